import type { GraphQLResolveInfo } from "graphql";
import { plain } from "../../schema/orm.ts";
import type { EtlRun } from "../../schema/reports/etl-run.entity.ts";
import { findRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { etlRuns } from "./etl-run.list.ts";

/** The newest run in one of the given states, or null. */
export async function newestRun(
  context: RequestContext,
  statuses: readonly EtlRun["status"][],
  info: GraphQLResolveInfo,
): Promise<Row | null> {
  const newest = await plain(context.em)
    .selectFrom("etl_run")
    .select("id")
    .where("status", "in", statuses)
    .orderBy("requested_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return newest ? ((await findRecord(context, etlRuns, newest.id, info)) ?? null) : null;
}
