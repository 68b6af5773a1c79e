import { sql, type RawBuilder } from "kysely";
import { OWNERSHIP, PARTS, type Ownership } from "../../schema/access/ownership.ts";
import { MAX_PAGE } from "../../schema/kernel/page.ts";
import { covers, type Scope } from "../../schema/kernel/scope.ts";
import { scopeFor } from "../access/policy.ts";
import { permittedRows } from "../access/scope-sql.ts";
import {
  targetOf,
  type ListDefinition,
  type ManyRelation,
  type OneRelation,
} from "./define-list.ts";
import { readable } from "./field-access.ts";
import type { FieldKind } from "./field.ts";
import type { ListArgs } from "./list-args.ts";
import { orderBy, orderColumns } from "./order-sql.ts";
import type { NestedPage, PagePlan, Reader, RowPlan } from "./plan.ts";
import type { SelectedField, Selection } from "./selection.ts";

type Sql = RawBuilder<unknown>;

/**
 * Look-ahead: one row with everything that is selected below it, relations as JSON in the same statement.
 * No resolver asks the database again, so the number of queries does not depend on the number of rows.
 */
export function planRow(
  list: ListDefinition,
  reader: Reader,
  alias: string,
  selection: Selection,
): RowPlan {
  const columns: Sql[] = [];
  const pages: NestedPage[] = [];
  const below: { key: string; plan: RowPlan }[] = [];
  for (const name of fieldsOf(list, selection)) {
    const field = list.fields[name];
    if (!field) continue;
    const stored = field.expression?.(alias) ?? sql.id(alias, field.column);
    const value = outputForm(field.kind, stored);
    const shown = readable(list, reader.principal, alias, name, value);
    columns.push(sql`${shown} as ${sql.id(name)}`);
  }
  for (const [key, selected] of selection) {
    const relation = list.relations[selected.name];
    if (!relation) continue;
    const related =
      relation.kind === "one"
        ? oneRow(list, relation, reader, alias, selected)
        : relation.kind === "many"
          ? manyRows(list, relation, reader, alias, selected)
          : pageOfRows(relation, reader, alias, selected);
    if (related.plan) below.push({ key, plan: related.plan });
    if (related.page) pages.push({ key, page: related.page });
    const shown = readable(list, reader.principal, alias, selected.name, related.value);
    columns.push(sql`${shown} as ${sql.id(key)}`);
  }
  if (columns.length === 0) columns.push(sql`${sql.id(alias, "id")} as ${sql.id("id")}`);
  return { columns: sql.join(columns), pages, below };
}

/** The fields to be read: those selected, and those that computed ones need. */
function fieldsOf(list: ListDefinition, selection: Selection): Set<string> {
  const names = new Set<string>();
  for (const { name } of selection.values()) {
    if (list.fields[name]) names.add(name);
    else if (list.computed[name]) for (const needed of list.computed[name]) names.add(needed);
    else if (!list.relations[name])
      throw new Error(`${list.name} does not say how to read ${name}`);
  }
  return names;
}

/** Values in the very form of the answer, so that nothing is converted row by row afterwards. */
function outputForm(kind: FieldKind, value: Sql): Sql {
  switch (kind) {
    case "decimal":
      return sql`${value}::text`;
    case "instant":
      return sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    default:
      return value;
  }
}

interface Related {
  readonly value: Sql;
  readonly plan?: RowPlan;
  readonly page?: PagePlan;
}

function oneRow(
  list: ListDefinition,
  relation: OneRelation,
  reader: Reader,
  parent: string,
  selected: SelectedField,
): Related {
  const target = targetOf(relation);
  const alias = reader.alias();
  const plan = planRow(target, reader, alias, selected.children);
  const value = sql`(select row_to_json(r) from (select ${plan.columns}
    from ${sql.id("crm", target.table)} as ${sql.id(alias)}
    where ${sql.id(alias, relation.targetColumn)} = ${sql.id(parent, relation.column)}
      and ${permittedFrom(list, relation, reader, alias)}) as r)`;
  return { value, plan };
}

function manyRows(
  list: ListDefinition,
  relation: ManyRelation,
  reader: Reader,
  parent: string,
  selected: SelectedField,
): Related {
  const target = targetOf(relation);
  const alias = reader.alias();
  const plan = planRow(target, reader, alias, selected.children);
  const order = orderBy(orderColumns(target, reader.principal, alias, relation.order));
  const first = selected.args["first"];
  const limit = typeof first === "number" ? sql`limit ${sql.lit(pageSize(first))}` : sql``;
  const value = sql`(select coalesce(json_agg(r), '[]') from (select ${plan.columns}
    from ${sql.id("crm", target.table)} as ${sql.id(alias)}
    where ${sql.id(alias, relation.column)} = ${sql.id(parent, "id")}
      and ${permittedFrom(list, relation, reader, alias)}
    order by ${order} ${limit}) as r)`;
  return { value, plan };
}

function pageOfRows(
  relation: ManyRelation,
  reader: Reader,
  parent: string,
  selected: SelectedField,
): Related {
  const target = targetOf(relation);
  const page = reader.planPage(
    target,
    reader,
    selected.args as unknown as ListArgs,
    selected.children,
    (alias) => sql<boolean>`${sql.id(alias, relation.column)} = ${sql.id(parent, "id")}`,
  );
  return { value: page.value, page };
}

/** The condition that the reader's scope lays on a table; parts of a record need none of their own. */
export const permitted = (
  list: ListDefinition,
  reader: Reader,
  alias: string,
): RawBuilder<boolean> =>
  list.part ? sql<boolean>`true` : permittedRows(reader.principal, list.resource, "read", alias);

/**
 * The same for a row that is reached from a row in scope. Between a record and what belongs to it the scope
 * of the one may already answer for the other; then it is not asked again for each row.
 */
function permittedFrom(
  list: ListDefinition,
  relation: OneRelation | ManyRelation,
  reader: Reader,
  alias: string,
): RawBuilder<boolean> {
  const target = targetOf(relation);
  const [below, above] = relation.kind === "one" ? [list, target] : [target, list];
  const ownership: Ownership = OWNERSHIP[below.resource];
  const scope = ({ resource }: ListDefinition): Scope =>
    scopeFor(reader.principal, resource, "read");
  const answered =
    !list.part &&
    ownership.kind === "parent" &&
    ownership.parent === above.resource &&
    ownership.column === relation.column &&
    // Who sees a contact sees its customer; the other way round, the right to contacts must reach as far.
    (relation.kind === "one" || covers(scope(below), scope(above)));
  return answered ? sql<boolean>`true` : permitted(target, reader, alias);
}

/** The same for a row that is not reached through its record: a part is seen where its record is. */
export function permittedAlone(
  list: ListDefinition,
  reader: Reader,
  alias: string,
): RawBuilder<boolean> {
  const part = Object.entries(PARTS).find(([table]) => table === list.table)?.[1];
  if (!part) return permitted(list, reader, alias);
  const whole = reader.alias();
  return sql<boolean>`exists (select from ${sql.id("crm", OWNERSHIP[part.whole].table)} as ${sql.id(whole)}
    where ${sql.id(whole, "id")} = ${sql.id(alias, part.column)}
      and ${permittedRows(reader.principal, part.whole, "read", whole)})`;
}

const pageSize = (first: number): number => Math.min(Math.max(first, 0), MAX_PAGE);
