import { literal } from "../extract/copy-sql.ts";
import type { Col, Table } from "../../warehouse/define.ts";

/** The first version of every member is valid from here (the history tables of schema crm say so). */
export const ORIGIN = "timestamptz '0001-01-01 00:00:00+00'";
/** The end of a version that nothing has followed yet. */
export const FOREVER = "timestamptz '9999-12-31 00:00:00+00'";
/** An instant at which the current version is always the valid one. */
export const PRESENT = "timestamptz '9999-12-30 00:00:00+00'";

/** One expression for every column of the table: a forgotten or misspelt one does not compile. */
export type Values<T extends Table> = Readonly<Record<Col<T>, string>>;

export function insertSql<T extends Table>(table: T, values: Values<T>, from: string): string {
  const entries = Object.entries<string>(values);
  const names = entries.map(([column]) => column).join(", ");
  const expressions = entries.map(([column, sql]) => `${sql} as ${column}`).join(",\n  ");
  return `insert into ${table.name} (${names}) select\n  ${expressions}\n${from}`;
}

/** The day of an instant in the company's zone, as yyyymmdd; null stays null. */
export function dayKey(instant: string, timeZone: string): string {
  return dateKey(`(${instant} at time zone ${literal(timeZone)})`);
}

/** A date or local timestamp as yyyymmdd; null stays null. */
export const dateKey = (day: string): string =>
  `(year(${day}) * 10000 + month(${day}) * 100 + day(${day}))::integer`;

/** Fractional days between two instants, to six places. */
export const daysBetween = (from: string, to: string): string =>
  `cast((epoch_us(${to}) - epoch_us(${from})) / 86400000000.0 as decimal(18, 6))`;
