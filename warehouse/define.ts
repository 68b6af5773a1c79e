/**
 * What a column holds, and with it its type in the engine. Two kinds of number are decided here once:
 * money and durations are decimals, because sums of doubles depend on the order of the threads that
 * add them, and a total must be the same every time it is asked.
 */
export const COLUMN_KINDS = {
  /** One version of a type 2 member. */
  surrogate: "BIGINT",
  /** One member across its versions, or a row of a small dimension; numbered by the loader. */
  durable: "INTEGER",
  /** A day as yyyymmdd. */
  dateKey: "INTEGER",
  /** The id of the source row. */
  id: "UUID",
  text: "VARCHAR",
  code: "VARCHAR",
  integer: "INTEGER",
  bigint: "BIGINT",
  flag: "BOOLEAN",
  day: "DATE",
  instant: "TIMESTAMPTZ",
  money: "DECIMAL(18,4)",
  /** A span of time in days; six places are a tenth of a second. */
  days: "DECIMAL(18,6)",
  /** A transaction number of the source. */
  xid8: "UBIGINT",
} as const;

export type ColumnKind = keyof typeof COLUMN_KINDS;

/** Keys and flags always have a value: what is missing is a reserved member, never a null. */
const REQUIRED: ReadonlySet<ColumnKind> = new Set(["surrogate", "durable", "dateKey", "flag"]);
export const isRequired = (kind: ColumnKind): boolean => REQUIRED.has(kind);

export interface Column<K extends ColumnKind = ColumnKind> {
  readonly kind: K;
  readonly describe: string | undefined;
}

const column =
  <K extends ColumnKind>(kind: K) =>
  (describe?: string): Column<K> => ({ kind, describe });

/** `c.money("what it counts")`: a column of that kind, described where its name does not say it. */
export const c = {
  surrogate: column("surrogate"),
  durable: column("durable"),
  dateKey: column("dateKey"),
  id: column("id"),
  text: column("text"),
  code: column("code"),
  integer: column("integer"),
  bigint: column("bigint"),
  flag: column("flag"),
  day: column("day"),
  instant: column("instant"),
  money: column("money"),
  days: column("days"),
  xid8: column("xid8"),
} as const;

export type Columns = Readonly<Record<string, Column>>;

/** A dimension has the two reserved members −1 unknown and −2 not applicable; the others have none. */
export type TableRole = "dimension" | "fact" | "bookkeeping";

export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly role: TableRole;
  /** What one row is, in one sentence. */
  readonly grain: string;
  /** The columns that tell rows apart; asserted by a check of the loader, not by an index. */
  readonly unique: readonly string[];
  readonly columns: C;
}

/** Columns of a table, of any kind or of the kinds named: a misspelt one does not compile. */
export type Col<T extends Table, K extends ColumnKind = ColumnKind> = {
  [N in keyof T["columns"] & string]: T["columns"][N]["kind"] extends K ? N : never;
}[keyof T["columns"] & string];

export const defineTable = <const C extends Columns>(
  table: Table<C> & { readonly unique: readonly (keyof C & string)[] },
): Table<C> => Object.freeze(table);

/** The reserved members of every dimension. */
export const UNKNOWN_KEY = -1;
export const NOT_APPLICABLE_KEY = -2;
/** Not a member: what top-N puts together. It never stands in a table. */
export const OTHERS_KEY = -3;
