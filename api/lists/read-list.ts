import type { GraphQLResolveInfo } from "graphql";
import { sql } from "kysely";
import { notFound } from "../../schema/kernel/errors.ts";
import { encodeCursor, type CursorValues } from "../../schema/kernel/page.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import type { Em } from "../../schema/orm.ts";
import type { Connection } from "./connection.type.ts";
import type { ListDefinition } from "./define-list.ts";
import type { ListArgs } from "./list-args.ts";
import { CURSOR, makeReader } from "./page-sql.ts";
import type { PagePlan, RowPlan } from "./plan.ts";
import { permittedAlone, planRow } from "./row-sql.ts";
import { readJson } from "./run-statement.ts";
import { selectionOf } from "./selection.ts";
import { isUuid } from "./uuid.ts";

/** A record as it is answered: values in their final form, relations below it. */
export type Row = Record<string, unknown>;

interface RawPage {
  readonly rows: readonly Row[];
  readonly total: number | null;
}

/** On whose behalf something is read. */
export interface Reading {
  readonly em: Em;
  readonly principal: Principal;
}

/** A page of a list with all that is selected below it, in one statement. */
export async function readConnection(
  { em, principal }: Reading,
  list: ListDefinition,
  args: ListArgs,
  info: GraphQLResolveInfo,
): Promise<Connection<Row>> {
  const reader = makeReader(principal);
  const page = reader.planPage(list, reader, args, selectionOf(info));
  const raw = await readJson(em, sql`select ${page.value}::text as json`);
  return toConnection(page, raw as RawPage);
}

/** One record by its id, or undefined where it is missing or out of scope: the two are the same. */
export async function findRecord(
  { em, principal }: Reading,
  list: ListDefinition,
  id: string,
  info: GraphQLResolveInfo,
): Promise<Row | undefined> {
  if (!isUuid(id)) return undefined;
  const reader = makeReader(principal);
  const alias = reader.alias();
  const plan = planRow(list, reader, alias, selectionOf(info));
  const found = await readJson(
    em,
    sql`select row_to_json(r)::text as json
      from (select ${plan.columns} from ${sql.id("crm", list.table)} as ${sql.id(alias)}
        where ${sql.id(alias, "id")} = ${id}::uuid and ${permittedAlone(list, reader, alias)}) as r`,
  );
  return found === undefined ? undefined : finish(plan, found as Row);
}

/** As findRecord, with NOT_FOUND where there is none. */
export async function readRecord(
  reading: Reading,
  list: ListDefinition,
  id: string,
  info: GraphQLResolveInfo,
): Promise<Row> {
  const found = await findRecord(reading, list, id, info);
  if (!found) throw notFound(list.caption);
  return found;
}

/** Makes connections of the nested pages of a row; rows without any are left as they came. */
function finish(plan: RowPlan, row: Row): Row {
  for (const { key, page } of plan.pages) {
    const raw = row[key] as RawPage | null;
    if (raw) row[key] = toConnection(page, raw);
  }
  for (const { key, plan: below } of plan.below) {
    if (below.pages.length === 0 && below.below.length === 0) continue;
    const rows = row[key] as Row | readonly Row[] | null;
    if (Array.isArray(rows)) for (const inner of rows as Row[]) finish(below, inner);
    else if (rows) finish(below, rows as Row);
  }
  return row;
}

function toConnection(page: PagePlan, raw: RawPage): Connection<Row> {
  const rows = raw.rows.slice(0, page.first);
  const cursorOf = (row: Row | undefined): string | null => {
    const values = row?.[CURSOR] as CursorValues | undefined;
    return values ? encodeCursor(page.binding, values) : null;
  };
  return {
    edges: rows.map((row) => {
      const node = finish(page.row, row);
      const cursor = page.edgeCursors ? cursorOf(row) : null;
      return cursor === null ? { node } : { node, cursor };
    }),
    pageInfo: {
      hasNextPage: raw.rows.length > rows.length,
      hasPreviousPage: page.continued,
      startCursor: cursorOf(rows[0]),
      endCursor: cursorOf(rows.at(-1)),
    },
    ...(raw.total === null ? {} : { totalCount: raw.total }),
  };
}
