import type { Target } from "../target.ts";
import { dictionaryEntryTarget, productTarget } from "./base-data.ts";
import { contactTarget, customerTarget } from "./customers.ts";
import { opportunityTarget, planItemTarget } from "./marketing.ts";
import { departmentTarget, userTarget } from "./organisation.ts";

/** Everything that can be imported, by the name that a mapping gives it. */
export const TARGETS: Readonly<Record<string, Target>> = Object.fromEntries(
  [
    departmentTarget,
    userTarget,
    customerTarget,
    contactTarget,
    opportunityTarget,
    planItemTarget,
    productTarget,
    dictionaryEntryTarget,
  ].map((target) => [target.entity, target]),
);
