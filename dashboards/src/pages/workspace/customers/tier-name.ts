import type { TFunction } from "i18next";
import { TIERS } from "./customers-view.ts";

/** The name of a tier; a number the application does not know stands for itself. */
export function tierName(t: TFunction, tier: number): string {
  const known = TIERS.find((name) => name === String(tier));
  return known ? t(`customers.tiers.${known}`) : String(tier);
}
