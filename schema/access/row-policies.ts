import { OWNERSHIP, PARTS, type Ownership } from "./ownership.ts";
import type { Resource } from "./permissions.ts";

type Verb = "select" | "insert" | "update" | "delete";

/** What the application may do with a table at all, and which of its rows it reads. */
interface TableRights {
  readonly verbs: readonly Verb[];
  /** SQL condition on a row; absent where the table is not read. */
  readonly read?: string;
}

/** Services authorise first and then command: without command mode nothing is written. */
const WRITE_CONDITION = "(select crm.commanding())";

const EDIT = ["select", "insert", "update", "delete"] as const;
const KEEP = ["select", "insert", "update"] as const;
const APPEND = ["select", "insert"] as const;
const READ = ["select"] as const;
const FORGET = ["select", "insert", "delete"] as const;

const or = (...conditions: readonly string[]): string => conditions.join(" or ");
const commanded = (...conditions: readonly string[]): string => or(WRITE_CONDITION, ...conditions);

/** The condition on the owner of a row: everything, or one of the owners in the caller's scope. */
const ownerInScope = (resource: Resource, owner: string): string =>
  or(
    `(select crm.sees_all('${resource}'))`,
    `${owner} = any (array(select crm.visible_owners('${resource}')))`,
  );

/**
 * The read policy of a resource. A row of a parent is read where the parent is (its own policy
 * applies inside EXISTS) and where the parent's owner is in the scope on this resource.
 */
function readCondition(resource: Resource): string {
  const how: Ownership = OWNERSHIP[resource];
  if (how.kind === "open") return commanded(`(select crm.sees_some('${resource}'))`);
  if (how.kind === "column") return commanded(ownerInScope(resource, how.column));
  const parent: Ownership = OWNERSHIP[how.parent];
  if (parent.kind !== "column") throw new Error(`${how.parent} has no column naming its owner`);
  const owner = ownerInScope(resource, `whole.${parent.column}`);
  return commanded(
    `exists (select from crm.${parent.table} whole where whole.id = ${how.table}.${how.column} and (${owner}))`,
  );
}

const partCondition = (table: keyof typeof PARTS): string => {
  const { column, whole } = PARTS[table];
  return commanded(
    `exists (select from crm.${OWNERSHIP[whole].table} whole where whole.id = ${table}.${column})`,
  );
};

const part = (table: keyof typeof PARTS, verbs: readonly Verb[]): TableRights => ({
  verbs,
  read: partCondition(table),
});
const record = (resource: Resource, verbs: readonly Verb[]): TableRights => ({
  verbs,
  read: readCondition(resource),
});

/** Needed to work out any scope and to caption any row: read by everybody. */
const EVERYBODY = "true";
/** The product itself, outside commands. */
const SYSTEM = "(select crm.sees_all('*'))";

/**
 * The rights of crm_app on every table of schema crm; a table that is not here is closed to it.
 * The migrations hold this as SQL, and a test compares the database with it.
 */
export const APP_RIGHTS: Readonly<Record<string, TableRights>> = {
  department: { verbs: EDIT, read: EVERYBODY },
  app_user: { verbs: KEEP, read: EVERYBODY },
  dictionary_entry: { verbs: EDIT, read: EVERYBODY },
  user_credential: { verbs: EDIT, read: WRITE_CONDITION },
  user_session: { verbs: EDIT, read: commanded("user_id = (select crm.me())", SYSTEM) },
  user_second_factor: { verbs: EDIT, read: WRITE_CONDITION },
  recovery_code: { verbs: EDIT, read: WRITE_CONDITION },
  password_reset: { verbs: EDIT, read: WRITE_CONDITION },
  user_identity: { verbs: EDIT, read: WRITE_CONDITION },
  sign_in_throttle: { verbs: EDIT, read: commanded(SYSTEM) },
  idempotency_key: { verbs: EDIT, read: commanded(SYSTEM) },
  role: record("role", EDIT),
  user_role: record("role", EDIT),
  role_grant: record("role", EDIT),
  api_key: record("apiKey", KEEP),
  product: record("product", KEEP),
  customer: record("customer", KEEP),
  customer_external_key: part("customer_external_key", EDIT),
  customer_history: part("customer_history", READ),
  contact: record("contact", EDIT),
  contact_external_key: part("contact_external_key", EDIT),
  opportunity: record("opportunity", EDIT),
  opportunity_external_key: part("opportunity_external_key", EDIT),
  opportunity_product: part("opportunity_product", EDIT),
  opportunity_transition: part("opportunity_transition", APPEND),
  opportunity_revision: part("opportunity_revision", APPEND),
  plan_item: part("plan_item", EDIT),
  deal: part("deal", EDIT),
  audit_entry: record("audit", APPEND),
  audit_stream: { verbs: READ, read: "(select crm.sees_some('audit'))" },
  personal_key: { verbs: FORGET, read: commanded("(select crm.sees_some('audit'))") },
  break_glass: { verbs: KEEP, read: WRITE_CONDITION },
  etl_run: record("etl", READ),
  setting: record("settings", EDIT),
};

/** The SQL that gives crm_app its rights on one table. */
export function appRightsSql(table: string, { verbs, read }: TableRights): string {
  const policies = verbs.map((verb) => {
    const condition = verb === "select" ? (read ?? "false") : WRITE_CONDITION;
    const clause = verb === "insert" ? "with check" : "using";
    return `create policy app_${verb} on crm.${table} for ${verb} to crm_app ${clause} (${condition});`;
  });
  return [`grant ${verbs.join(", ")} on crm.${table} to crm_app;`, ...policies].join("\n");
}
