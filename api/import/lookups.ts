import type { Resource } from "../../schema/access/permissions.ts";

/** How one key of a kind of record is compared: SQL over a record `t` and a wanted text `k.key`. */
interface LookupKey {
  readonly on: string;
  /** What a record is called by this key, for suggestions; absent where it would tell too much. */
  readonly shows?: string;
}

/** Records that rows may name, and the keys by which they may. */
export interface Lookup {
  readonly table: string;
  /** Whose rows may be named: those that the importer may read. */
  readonly resource: Resource;
  readonly keys: Readonly<Record<string, LookupKey>>;
}

/** `$source` stands for the source of the mapping. */
const byExternalKey = (table: string, column: string): LookupKey => ({
  on: `t.id = (select e.${column} from crm.${table} e where e.source = $source and e.key = k.key)`,
});

const dictionary = (type: string): Lookup => ({
  table: "dictionary_entry",
  resource: "dictionary",
  keys: { code: { on: `t.type = '${type}' and t.code = k.key`, shows: "t.code" } },
});

export const LOOKUPS = {
  department: {
    table: "department",
    resource: "department",
    keys: {
      code: { on: "t.code = k.key", shows: "t.code" },
      name: { on: "t.name = k.key", shows: "t.name" },
    },
  },
  user: {
    table: "app_user",
    resource: "user",
    keys: {
      login: { on: "lower(t.login) = lower(k.key)", shows: "t.login" },
      name: { on: "t.display_name = k.key", shows: "t.display_name" },
    },
  },
  role: {
    table: "role",
    resource: "role",
    keys: { code: { on: "t.code = k.key", shows: "t.code" } },
  },
  customer: {
    table: "customer",
    resource: "customer",
    keys: {
      externalKey: byExternalKey("customer_external_key", "customer_id"),
      number: { on: "t.number = k.key and t.status <> 'DELETED'" },
      name: { on: "crm.name_key(t.name) = crm.name_key(k.key) and t.status <> 'DELETED'" },
    },
  },
  opportunity: {
    table: "opportunity",
    resource: "opportunity",
    keys: {
      externalKey: byExternalKey("opportunity_external_key", "opportunity_id"),
      number: { on: "t.number = k.key" },
    },
  },
  product: {
    table: "product",
    resource: "product",
    keys: {
      externalId: {
        // The product of the mapping's own source, else the only one of that name in all sources.
        on: `t.external_id = k.key and (t.source = $source or not exists
          (select from crm.product s where s.source = $source and s.external_id = k.key))`,
        shows: "t.external_id",
      },
    },
  },
  opportunitySource: dictionary("opportunitySource"),
  lossReason: dictionary("lossReason"),
  region: dictionary("region"),
} as const satisfies Record<string, Lookup>;
export type LookupName = keyof typeof LOOKUPS;
