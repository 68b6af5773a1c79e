import { p } from "@mikro-orm/core";

/**
 * Column kinds that several tables share, so that each rule has one home: everything stored must be
 * loadable by the warehouse (no infinity, no BC, no NaN) and exact in JavaScript (milliseconds,
 * decimals as strings).
 */

/** Primary key: time-ordered, so pages by id are pages by age. */
export const id = () => p.uuid().primary().defaultRaw("uuidv7()");

/** Optimistic lock; every update raises it. */
export const version = () => p.integer().version().default(1);

/**
 * The transaction that wrote the row last, kept by trigger. Extraction reads windows of it, never
 * of a clock: a transaction that commits late keeps its old clock but not a number below the
 * snapshot's horizon.
 */
export const xid8 = () => p.text().columnType("xid8").defaultRaw("pg_current_xact_id()");

/**
 * An instant in milliseconds, the precision of a JavaScript Date: what is read can be compared with
 * what is stored.
 */
export const instant = (column: string) =>
  p
    .datetime(3)
    .check(`${column} >= '1900-01-01 00:00:00+00' and ${column} < '2200-01-01 00:00:00+00'`);

/** When the row was made. */
export const createdAt = () => instant("created_at").defaultRaw("now()");

/** A calendar day, `YYYY-MM-DD`. */
export const day = (column: string) =>
  p.date().check(`${column} >= '1900-01-01' and ${column} < '2200-01-01'`);

/**
 * An amount with four decimals, as text. The bound keeps it in the DECIMAL(18,4) of the warehouse;
 * NaN fails it.
 */
export const money = (column: string) =>
  p.decimal("string").precision(19).scale(4).check(`abs(${column}) < 100000000000000`);

/** ISO 4217 code of the amount beside it. */
export const currency = (column = "currency") =>
  p.string().length(3).check(`${column} ~ '^[A-Z]{3}$'`);

/** A rating or level from 1 to 5. */
export const oneToFive = (column: string) =>
  p.smallint().check(`${column} >= 1 and ${column} <= 5`);

/** A whole percentage. */
export const percent = (column: string) =>
  p.smallint().check(`${column} >= 0 and ${column} <= 100`);

/** Text of at most `max` characters. */
export const text = (max: number) => p.string().length(max);

/** Text of at most `max` characters with at least one that is not a space. */
export const requiredText = (column: string, max: number) =>
  p.string().length(max).check(`btrim(${column}) <> ''`);

/** Short free labels. */
export const tags = () =>
  p
    .array()
    .columnType("text[]")
    .default([])
    .check("cardinality(tags) <= 50 and array_position(tags, null) is null");
