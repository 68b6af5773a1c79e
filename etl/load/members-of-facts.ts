import { dimCustomer } from "../../warehouse/tables/dim-customer.ts";
import { dimUser } from "../../warehouse/tables/dim-user.ts";
import type { LoadStep } from "./load-step.ts";
import { PRESENT } from "./sql.ts";

/** A fact's way to a type 2 dimension: <role>_durable_key for the member, <role>_key for its version. */
interface MemberRole {
  readonly role: string;
  readonly dimension: "user" | "customer";
}

/** A fact whose version keys are those valid at one instant of its row. */
export interface VersionedFact {
  readonly table: string;
  /** From a row `f`; the version of now where it is null. */
  readonly instant: string;
  readonly roles: readonly MemberRole[];
}

const TABLES = { user: dimUser, customer: dimCustomer } as const;

export const VERSIONED_FACTS: readonly VersionedFact[] = [
  {
    table: "fact_opportunity",
    instant: `coalesce(f.closed_at, ${PRESENT})`,
    roles: [
      { role: "owner", dimension: "user" },
      { role: "creator", dimension: "user" },
      { role: "customer", dimension: "customer" },
    ],
  },
  {
    table: "fact_opportunity_transition",
    instant: "f.occurred_at",
    roles: [
      { role: "actor", dimension: "user" },
      { role: "owner", dimension: "user" },
      { role: "customer", dimension: "customer" },
    ],
  },
];

/** Condition that version `alias` is the one valid at an instant. */
export const validAt = (alias: string, instant: string): string =>
  `${instant} >= ${alias}.valid_from and ${instant} < ${alias}.valid_to`;

/**
 * Gives loaded facts of touched members the version that is valid at their instant now: a version may
 * be committed after a fact of its own time was loaded, and an open fact follows the present one.
 */
export const rekeyFacts: LoadStep = {
  name: "rekey facts",
  async run({ writer, first }) {
    if (first) return 0;
    let changed = 0;
    for (const { table, instant, roles } of VERSIONED_FACTS) {
      for (const { role, dimension } of roles) {
        changed += await writer.run(
          `update ${table} f set ${role}_key = d.${dimension}_key
           from ${TABLES[dimension].name} d
           where d.${dimension}_durable_key in (select durable_key from member_${dimension} where not is_new)
             and f.${role}_durable_key = d.${dimension}_durable_key
             and ${validAt("d", instant)} and f.${role}_key <> d.${dimension}_key`,
        );
      }
    }
    return changed;
  },
};
