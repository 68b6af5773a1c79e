import { sql, type RawBuilder } from "kysely";
import { invalidInput, limitExceeded } from "../../schema/kernel/errors.ts";
import { cursorBinding, decodeCursor, MAX_PAGE } from "../../schema/kernel/page.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import type { ListDefinition } from "./define-list.ts";
import { filterSql } from "./filter-sql.ts";
import type { ListArgs } from "./list-args.ts";
import { afterCursor, completeOrder, cursorValues, orderBy, orderColumns } from "./order-sql.ts";
import type { PagePlan, PlanPage, Reader } from "./plan.ts";
import { permitted, planRow } from "./row-sql.ts";
import type { Selection } from "./selection.ts";

/** The column of a row in which the values of its cursor travel; no field can be named so. */
export const CURSOR = "$cursor";

type Within = (alias: string) => RawBuilder<boolean>;
const NOWHERE: Selection = new Map();

/** Plans a page; `within` narrows it to the rows of a parent. Counts only where totalCount is selected. */
const planPage: PlanPage = (list, reader, args, selection, within): PagePlan => {
  checkSize(args.first);
  const order = completeOrder(list, args.orderBy ?? []);
  const binding = cursorBinding(list.name, args.filter ?? null, order);
  const alias = reader.alias();
  const columns = orderColumns(list, reader.principal, alias, order);
  const after = args.after
    ? afterCursor(columns, decodeCursor(binding, args.after))
    : sql<boolean>`true`;
  const edges = selection.get("edges")?.children;
  const row = planRow(list, reader, alias, edges?.get("node")?.children ?? NOWHERE);
  const edgeCursors = edges?.has("cursor") === true;
  const cursor =
    edgeCursors || endsAreSelected(selection)
      ? sql`, ${cursorValues(columns)} as ${sql.id(CURSOR)}`
      : sql``;
  const rows = sql`(select coalesce(json_agg(r), '[]') from (select ${row.columns}${cursor}
    from ${source(list, alias)}
    where ${seen(list, reader, args, alias, within)} and ${after}
    order by ${orderBy(columns)} limit ${sql.lit(args.first + 1)}) as r)`;
  const counted = reader.alias();
  const total = selection.has("totalCount")
    ? sql`(select count(*) from ${source(list, counted)}
        where ${seen(list, reader, args, counted, within)})`
    : sql`null`;
  const wanted = edges || selection.has("pageInfo") ? rows : sql`'[]'::json`;
  const value = sql`(select json_build_object('rows', ${wanted}, 'total', ${total}))`;
  return { value, row, first: args.first, binding, edgeCursors, continued: Boolean(args.after) };
};

const source = (list: ListDefinition, alias: string): RawBuilder<unknown> =>
  sql`${sql.id("crm", list.table)} as ${sql.id(alias)}`;

/** Scope, parent and filter together: what the list is, on whichever page. */
function seen(
  list: ListDefinition,
  reader: Reader,
  args: ListArgs,
  alias: string,
  within: Within | undefined,
): RawBuilder<boolean> {
  const conditions = [
    permitted(list, reader, alias),
    within?.(alias),
    filterSql(args.filter, list, reader.principal, alias),
  ].filter((condition) => condition !== undefined);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

export function makeReader(principal: Principal): Reader {
  let count = 0;
  return { principal, alias: () => `t${count++}`, planPage };
}

function endsAreSelected(selection: Selection): boolean {
  const pageInfo = selection.get("pageInfo")?.children;
  return pageInfo?.has("startCursor") === true || pageInfo?.has("endCursor") === true;
}

function checkSize(first: number): void {
  if (first < 0) {
    throw invalidInput([{ path: "first", text: { zh: "不能为负数", en: "must not be negative" } }]);
  }
  if (first > MAX_PAGE) {
    throw limitExceeded({
      zh: `每页最多 ${MAX_PAGE} 行`,
      en: `A page holds at most ${MAX_PAGE} rows`,
    });
  }
}
