import type { Text } from "../../../schema/kernel/text.ts";
import type { Fault } from "../faults.ts";
import type { DateFormat } from "./date-format.ts";

/** What a cell becomes: exactly what PostgreSQL is given for it, decimals and times as texts. */
export type Value = string | number | boolean | readonly string[] | null;

/** What reading depends on beside the text itself. */
export interface ReadContext {
  /** The company's time zone, in which days without a zone of their own are meant. */
  readonly timeZone: string;
  readonly dateFormat: DateFormat | undefined;
}

export interface Unreadable {
  readonly fault: Fault;
}

/** How the text of a cell is read. `read` is never given an empty text. */
export interface Kind {
  /** Type of the value in PostgreSQL. */
  readonly sqlType: "text" | "integer" | "numeric" | "boolean" | "date" | "timestamptz" | "text[]";
  /** What may be written in a cell, for the description of the format. */
  readonly expects: string;
  /** What an empty cell means; null where absent. */
  readonly empty?: Value;
  /** Whether blanks around the text belong to it; elsewhere they are cut off before reading. */
  readonly keepsBlanks?: true;
  read(text: string, field: Text, context: ReadContext): { readonly value: Value } | Unreadable;
}
