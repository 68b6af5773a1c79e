import { sql, type RawBuilder } from "kysely";
import { forbidden, invalidInput } from "../../schema/kernel/errors.ts";
import type { CursorValues } from "../../schema/kernel/page.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import type { Direction, ListDefinition, OrderTerm } from "./define-list.ts";
import { comparable, isProtected } from "./field-access.ts";
import { SQL_TYPES } from "./field.ts";

/** One column of a complete order, ready to be sorted by, kept in a cursor and compared with one. */
interface OrderColumn {
  readonly value: RawBuilder<unknown>;
  readonly direction: Direction;
  readonly nullable: boolean;
  readonly type: string;
}

const MAX_TERMS = 5;

/** The order that a list has in the end: the given terms (or its own), completed by the id. */
export function completeOrder(list: ListDefinition, given: readonly OrderTerm[]): OrderTerm[] {
  const terms = given.length > 0 ? given : list.defaultOrder;
  const twice = terms.findIndex(
    ({ field }, index) => terms.findIndex((term) => term.field === field) < index,
  );
  if (terms.length > MAX_TERMS || twice >= 0) {
    const path = `orderBy[${twice >= 0 ? twice : MAX_TERMS}]`;
    const text =
      twice >= 0
        ? { zh: "排序字段重复", en: "orders by the same field twice" }
        : { zh: `最多按 ${MAX_TERMS} 个字段排序`, en: `orders by more than ${MAX_TERMS} fields` };
    throw invalidInput([{ path, text }]);
  }
  // The id goes the way of the first term, so that one index serves both directions.
  return terms.some(({ field }) => field === "id")
    ? [...terms]
    : [...terms, { field: "id", direction: terms[0]?.direction ?? "ASC" }];
}

/** FORBIDDEN where the principal may not see a field of the order in clear. */
export const orderColumns = (
  list: ListDefinition,
  principal: Principal,
  alias: string,
  terms: readonly OrderTerm[],
): OrderColumn[] =>
  terms.map(({ field, direction }) => {
    const declared = list.fields[field];
    if (!declared) throw new Error(`${list.name} has no field ${field} to order by`);
    const value = comparable(list, principal, alias, field);
    if (!value) {
      throw forbidden({
        zh: `没有权限按字段 ${field} 排序`,
        en: `You may not order by the field ${field}`,
      });
    }
    const nullable = declared.nullable === true || isProtected(list, field);
    return { value, direction, nullable, type: SQL_TYPES[declared.kind] };
  });

/** Rows without a value come last in both directions: a list never opens with a page of blanks. */
export const orderBy = (columns: readonly OrderColumn[]): RawBuilder<unknown> =>
  sql.join(
    columns.map(({ value, direction, nullable }) => {
      const way = direction === "ASC" ? sql`${value} asc` : sql`${value} desc`;
      return nullable ? sql`${way} nulls last` : way;
    }),
  );

/** The values of a row that a cursor keeps, as texts: exact to the microsecond and the last decimal. */
export const cursorValues = (columns: readonly OrderColumn[]): RawBuilder<unknown> =>
  sql`json_build_array(${sql.join(columns.map(({ value }) => sql`${value}::text`))})`;

/** The rows after a cursor: later in the first column, or equal there and later in the next, and so on. */
export function afterCursor(
  columns: readonly OrderColumn[],
  values: CursorValues,
): RawBuilder<boolean> {
  if (values.length !== columns.length || !columns.every(fits(values))) {
    throw invalidInput([
      { path: "after", text: { zh: "分页游标无法识别", en: "The cursor cannot be read" } },
    ]);
  }
  const bound = columns.map((column, index) => {
    const value = values[index] ?? null;
    return value === null ? null : sql`${value}::${sql.raw(column.type)}`;
  });
  const ways = columns.map((column, index) => {
    const equal = columns.slice(0, index).map((before, at) => isSame(before, bound[at] ?? null));
    return sql`(${sql.join([...equal, isLater(column, bound[index] ?? null)], sql` and `)})`;
  });
  return sql<boolean>`(${sql.join([leading(columns, bound), sql`(${sql.join(ways, sql` or `)})`], sql` and `)})`;
}

/** A plain bound on the first column, implied by the rest: it lets the index begin at the cursor. */
function leading(
  columns: readonly OrderColumn[],
  bound: readonly (RawBuilder<unknown> | null)[],
): RawBuilder<unknown> {
  const [first, value] = [columns[0], bound[0] ?? null];
  if (!first || !value || first.nullable) return sql`true`;
  return first.direction === "ASC"
    ? sql`${first.value} >= ${value}`
    : sql`${first.value} <= ${value}`;
}

const isSame = ({ value }: OrderColumn, bound: RawBuilder<unknown> | null): RawBuilder<unknown> =>
  bound === null ? sql`${value} is null` : sql`${value} = ${bound}`;

function isLater(column: OrderColumn, bound: RawBuilder<unknown> | null): RawBuilder<unknown> {
  if (bound === null) return sql`false`; // nothing comes after the rows without a value
  const { value, direction, nullable } = column;
  const later = direction === "ASC" ? sql`${value} > ${bound}` : sql`${value} < ${bound}`;
  return nullable ? sql`(${later} or ${value} is null)` : later;
}

const FORMS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  int: /^-?\d{1,9}$/,
  numeric: /^-?\d{1,30}(\.\d{1,20})?$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^(true|false)$/,
};

/** A cursor is only text from outside: what would make PostgreSQL stumble is no cursor. */
const fits =
  (values: CursorValues) =>
  (column: OrderColumn, index: number): boolean => {
    const value = values[index];
    if (value === null) return column.nullable;
    if (typeof value !== "string" || value.includes("\0")) return false;
    return FORMS[column.type]?.test(value) ?? true;
  };
