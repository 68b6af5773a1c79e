import type { RawBuilder } from "kysely";

/** What a column of a list holds; filter operators, comparison and output form derive from it. */
export type FieldKind =
  | "id"
  | "text"
  | "integer"
  | "decimal"
  | "instant"
  | "day"
  | "boolean"
  | "choice"
  | "tags"
  | "json";

/** A TypeScript enum object that is registered as a GraphQL enum. */
export type Choices = Readonly<Record<string, string>>;

interface FieldOptions {
  /** Column of the table; the field's name in snake_case where it is left out. */
  readonly column?: string;
  readonly nullable?: boolean;
  /** The protected field whose rights govern this one, where the names differ. */
  readonly protectedAs?: string;
  /** The value where it is no plain column of the row; such a field is not ordered by. */
  readonly expression?: (alias: string) => RawBuilder<unknown>;
  /** Whether an expression may be filtered by: it is worked out for every row then. */
  readonly filterable?: boolean;
  /** A field that can be filtered but is not part of the type (`customerId` beside `customer`). */
  readonly filterOnly?: boolean;
}

export interface ListField extends FieldOptions {
  readonly kind: FieldKind;
  readonly choices?: { readonly name: string; readonly values: Choices };
}

const field =
  (kind: FieldKind) =>
  (options: FieldOptions = {}): ListField => ({ kind, ...options });

export const id = field("id");
export const text = field("text");
export const integer = field("integer");
export const decimal = field("decimal");
export const instant = field("instant");
export const day = field("day");
export const boolean = field("boolean");
export const tags = field("tags");
export const json = field("json");

/** A field with a fixed set of values; `name` is the GraphQL enum that `values` is registered as. */
export const choice = (name: string, values: Choices, options: FieldOptions = {}): ListField => ({
  kind: "choice",
  choices: { name, values },
  ...options,
});

export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The PostgreSQL type in which values of a kind are compared. */
export const SQL_TYPES: Readonly<Record<FieldKind, string>> = {
  id: "uuid",
  text: "text",
  integer: "int",
  decimal: "numeric",
  instant: "timestamptz",
  day: "date",
  boolean: "boolean",
  choice: "text",
  tags: "text",
  json: "jsonb",
};
