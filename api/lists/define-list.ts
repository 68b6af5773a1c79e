import type { Resource } from "../../schema/access/permissions.ts";
import type { Text } from "../../schema/kernel/text.ts";
import { snakeCase, type ListField } from "./field.ts";

export type Direction = "ASC" | "DESC";
export interface OrderTerm {
  readonly field: string;
  readonly direction: Direction;
}

/** A list, or its name where lists lead back to one another and cannot import each other. */
export type Target = ListDefinition | string;

/** The one row that a column of this row names, e.g. a customer's account manager. */
export interface OneRelation {
  readonly kind: "one";
  readonly target: Target;
  readonly column: string;
  /** The column of the target that is named; its id by default. */
  readonly targetColumn: string;
  readonly protectedAs?: string;
}

/** The rows that name this one: a plain list (bounded by `first`, else whole), or pages. */
export interface ManyRelation {
  readonly kind: "many" | "pages";
  readonly target: Target;
  /** The column of the target that names this row. */
  readonly column: string;
  readonly order: readonly OrderTerm[];
  readonly protectedAs?: string;
}

export type Relation = OneRelation | ManyRelation;

/**
 * A list of records, declared once: the SQL of lists and single records, the filter input, the order enum
 * and the nested reads all derive from it.
 */
export interface ListDefinition {
  /** The GraphQL type of a row. */
  readonly name: string;
  readonly caption: Text;
  readonly resource: Resource;
  /** Part of a record: its rows are seen exactly where the record is, so they carry no scope. */
  readonly part: boolean;
  readonly table: string;
  readonly fields: Readonly<Record<string, ListField & { readonly column: string }>>;
  readonly relations: Readonly<Record<string, Relation>>;
  /** Fields that a resolver works out, with the fields it needs for that. */
  readonly computed: Readonly<Record<string, readonly string[]>>;
  readonly defaultOrder: readonly OrderTerm[];
}

interface ListDeclaration {
  readonly name: string;
  readonly caption: Text;
  readonly resource: Resource;
  readonly part?: boolean;
  readonly table: string;
  readonly fields: Readonly<Record<string, ListField>>;
  readonly relations?: Readonly<Record<string, Relation>>;
  readonly computed?: Readonly<Record<string, readonly string[]>>;
  /** Newest first where nothing is said. */
  readonly defaultOrder?: readonly OrderTerm[];
}

const known = new Map<string, ListDefinition>();

export function defineList(declaration: ListDeclaration): ListDefinition {
  if (known.has(declaration.name)) throw new Error(`${declaration.name} is declared twice`);
  const list: ListDefinition = {
    part: false,
    relations: {},
    computed: {},
    defaultOrder: [{ field: "id", direction: "DESC" }],
    ...declaration,
    fields: Object.fromEntries(
      Object.entries(declaration.fields).map(([name, field]) => [
        name,
        { ...field, column: field.column ?? snakeCase(name) },
      ]),
    ),
  };
  known.set(list.name, list);
  return list;
}

export function targetOf({ target }: Relation): ListDefinition {
  const list = typeof target === "string" ? known.get(target) : target;
  if (!list) throw new Error(`no list of ${JSON.stringify(target)} is declared`);
  return list;
}

/** Every list, for the tests that walk over all of them. */
export const allLists = (): readonly ListDefinition[] => [...known.values()];

export const one = (
  target: Target,
  column: string,
  options: { targetColumn?: string } = {},
): OneRelation => ({ kind: "one", target, column, targetColumn: "id", ...options });

export const many = (
  target: Target,
  column: string,
  order: readonly OrderTerm[],
): ManyRelation => ({ kind: "many", target, column, order });

export const pages = (target: Target, column: string): ManyRelation => ({
  kind: "pages",
  target,
  column,
  order: [],
});

export const ascending = (...fields: readonly string[]): OrderTerm[] =>
  fields.map((field) => ({ field, direction: "ASC" }));
