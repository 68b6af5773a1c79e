import { audit } from "../../../i18n/audit.zh.ts";

export type Kind = keyof typeof audit.kind;

/** A text that says of an action what was done. */
export type Deed = keyof typeof audit.did;

const DEEDS = Object.keys(audit.did) as Deed[];

/** Keys of texts cannot hold the colon of an action. */
const actionOf = (deed: Deed): string => deed.replace("_", ":");

/** What can be looked for: the actions that there are words for. */
export const ACTIONS: readonly string[] = DEEDS.map(actionOf);

export const KINDS = Object.keys(audit.kind) as Kind[];

export const deedOf = (action: string): Deed | undefined =>
  DEEDS.find((deed) => actionOf(deed) === action);

export const kindOf = (resource: string): Kind | undefined =>
  KINDS.find((kind) => kind === resource);

const REFUSALS = new Set(["session:signInFailed", "access:denied", "breakGlass:wrongPassword"]);

/** What deserves a second look: something was refused, or somebody read what they usually may not. */
export function markOf(action: string): "refused" | "breakGlass" | undefined {
  if (REFUSALS.has(action)) return "refused";
  return action.startsWith("breakGlass:") ? "breakGlass" : undefined;
}
