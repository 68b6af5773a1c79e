import { createHash } from "node:crypto";

/**
 * Kinds of source columns. Each names the PostgreSQL types that may stand behind it (format_type)
 * and the type of the stage: money is numeric(19,4) with a CHECK of 14 digits at the source, because
 * DECIMAL(19,4) would be parsed as 128-bit numbers, about four times slower.
 */
export const KINDS = {
  uuid: { postgres: ["uuid"], stage: "UUID" },
  text: { postgres: ["text", "character varying", "character"], stage: "VARCHAR" },
  integer: { postgres: ["integer", "smallint"], stage: "INTEGER" },
  bigint: { postgres: ["bigint"], stage: "BIGINT" },
  boolean: { postgres: ["boolean"], stage: "BOOLEAN" },
  money: { postgres: ["numeric(19,4)"], stage: "DECIMAL(18,4)" },
  instant: { postgres: ["timestamp with time zone"], stage: "TIMESTAMPTZ" },
  day: { postgres: ["date"], stage: "DATE" },
} as const satisfies Record<string, { postgres: readonly string[]; stage: string }>;

export type Kind = keyof typeof KINDS;

/** One table of schema crm that the warehouse reads; every one carries an indexed xid8. */
export interface Source {
  readonly columns: Readonly<Record<string, Kind>>;
  /** Read as a whole each time: small, and only right as one picture. */
  readonly whole?: true;
  /** Rows are never changed nor deleted, so no younger transaction can have hidden an older state. */
  readonly appendOnly?: true;
}

/** Everything the warehouse takes from PostgreSQL, in the order in which it is read. */
export const SOURCES = {
  department: {
    whole: true,
    columns: {
      id: "uuid",
      code: "text",
      name: "text",
      parent_id: "uuid",
      low: "integer",
      high: "integer",
    },
  },
  dictionary_entry: {
    columns: {
      id: "uuid",
      type: "text",
      code: "text",
      caption_zh: "text",
      caption_en: "text",
      sort_order: "integer",
    },
  },
  product: {
    columns: {
      id: "uuid",
      source: "text",
      external_id: "text",
      name: "text",
      category: "text",
    },
  },
  user_history: {
    appendOnly: true,
    columns: {
      id: "uuid",
      valid_from: "instant",
      login: "text",
      display_name: "text",
      department_id: "uuid",
      active: "boolean",
    },
  },
  customer_history: {
    appendOnly: true,
    columns: {
      id: "uuid",
      valid_from: "instant",
      number: "text",
      name: "text",
      region: "text",
      tier: "integer",
      industry: "text",
      account_manager_id: "uuid",
      satisfaction: "integer",
      credit: "integer",
      status: "text",
    },
  },
  opportunity: {
    columns: {
      id: "uuid",
      number: "text",
      title: "text",
      source_id: "uuid",
      customer_id: "uuid",
      result_customer_id: "uuid",
      owner_id: "uuid",
      created_by_id: "uuid",
      status: "text",
      furthest_status: "text",
      loss_reason_id: "uuid",
      success_rate: "integer",
      estimated_amount: "money",
      closed_amount: "money",
      currency: "text",
      created_at: "instant",
      first_developed_at: "instant",
      closed_at: "instant",
      expected_close_on: "day",
    },
  },
  opportunity_transition: {
    columns: {
      id: "uuid",
      opportunity_id: "uuid",
      seq: "integer",
      from_status: "text",
      to_status: "text",
      direction: "text",
      at: "instant",
      by_user_id: "uuid",
      success_rate: "integer",
      amount: "money",
      currency: "text",
    },
  },
  tombstone: {
    appendOnly: true,
    columns: {
      table_name: "text",
      row_id: "uuid",
    },
  },
} as const satisfies Record<string, Source>;

export type SourceName = keyof typeof SOURCES;
export const SOURCE_NAMES = Object.keys(SOURCES) as SourceName[];
export const sourceOf = (name: SourceName): Source => SOURCES[name];

export const columnsOf = (name: SourceName): [column: string, kind: Kind][] =>
  Object.entries(SOURCES[name].columns);

/** The table of the writer's session that holds the window of one source. */
export const stageTable = (name: SourceName): string => `stg_crm__${name}`;

/** Changes whenever something else is read, so that the warehouse is built anew. */
export const sourcesHash = (): string =>
  createHash("sha256")
    .update(JSON.stringify([SOURCES, KINDS]))
    .digest("hex");
