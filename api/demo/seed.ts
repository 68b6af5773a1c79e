import { randomBytes } from "node:crypto";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { seedOf } from "../../schema/kernel/config.ts";
import { invalidInput } from "../../schema/kernel/errors.ts";
import { passwordIssues } from "../access/passwords.ts";
import type { Installation } from "../installation.ts";
import { isUntouched, seedDemo, type DemoSummary } from "./load.ts";

/** The demo company as it was just made. */
export interface Seeded extends DemoSummary {
  readonly password: string;
}

/** Fills an untouched company with the demo one. CONFLICT where it has data already. */
export async function seedCompany(
  { orm, config, clock }: Installation,
  onProgress?: (progress: string) => void,
): Promise<Seeded> {
  const password = config.demoPassword ?? randomBytes(9).toString("base64url");
  const issues = passwordIssues(password, config.adminLogin, "CRM_DEMO_PASSWORD");
  if (issues.length > 0) throw invalidInput(issues);
  const summary = await seedDemo(orm, {
    config,
    clock,
    password,
    onProgress: (table, done, total) => onProgress?.(`${table} ${done}/${total}`),
  });
  return { ...summary, password };
}

/** At the start: the demo company, where one is wanted and nothing is there yet. */
export async function seedUntouched(
  installation: Installation,
  onStep: (step: string) => void,
): Promise<Seeded | undefined> {
  if (seedOf(installation.config) !== "demo") return undefined;
  const untouched = await withRowContext(SYSTEM_ROWS, () =>
    isUntouched(installation.orm.em.fork()),
  );
  if (!untouched) return undefined;
  onStep("making the demo company");
  return seedCompany(installation);
}
