import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { Requires } from "../access/requires.ts";
import type { Connection } from "../lists/connection.type.ts";
import { listArgs, type ListArgs } from "../lists/list-args.ts";
import { readConnection, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { auditEntries } from "./audit-entry.list.ts";
import { AuditEntryConnection } from "./audit-entry.type.ts";
import { showValues } from "./shown-values.ts";

const AuditEntryArgs = listArgs(auditEntries);

/** Looking through what was done. */
@Resolver()
export class AuditEntryResolver {
  @Query(() => AuditEntryConnection, { description: "The audit log, newest first." })
  @Requires("audit:read", "list")
  async auditEntries(
    @Ctx() context: RequestContext,
    @Args(() => AuditEntryArgs) args: ListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    const page = await readConnection(context, auditEntries, args, info);
    await showValues(
      context,
      page.edges.map(({ node }) => node),
    );
    return page;
  }
}
