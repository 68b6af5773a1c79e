import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import { Requires } from "../access/requires.ts";
import { connectionType, type Connection } from "../lists/connection.type.ts";
import { listArgs, type ListArgs } from "../lists/list-args.ts";
import { readConnection, readRecord, type Row } from "../lists/read-list.ts";
import type { RequestContext } from "../server/context.ts";
import { etlRuns } from "./etl-run.list.ts";
import { requestEtlRun } from "./etl-run.service.ts";
import { EtlRunType, EtlStatusType, RunEtlInput } from "./etl-run.type.ts";
import { newestRun } from "./etl-status.ts";

const EtlRunConnection = connectionType(etlRuns, () => EtlRunType);
const EtlRunArgs = listArgs(etlRuns);

/** Loads of the warehouse: what ran, what runs, and asking for one. */
@Resolver(() => EtlStatusType)
export class EtlRunResolver {
  @Query(() => EtlRunType, { nullable: true, description: "A load of the warehouse by id." })
  @Requires("etl:read", "id")
  etlRun(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Id of the run." }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row> {
    return readRecord(context, etlRuns, id, info);
  }

  @Query(() => EtlRunConnection, { description: "Loads of the warehouse, newest first." })
  @Requires("etl:read", "list")
  etlRuns(
    @Ctx() context: RequestContext,
    @Args(() => EtlRunArgs) args: ListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return readConnection(context, etlRuns, args, info);
  }

  @Query(() => EtlStatusType, { description: "Where the loading of the warehouse stands." })
  @Requires("etl:read", "open")
  etlStatus(): object {
    return {};
  }

  @FieldResolver()
  active(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Row | null> {
    return newestRun(context, ["QUEUED", "RUNNING"], info);
  }

  @FieldResolver()
  last(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Row | null> {
    return newestRun(context, ["SUCCEEDED", "FAILED", "CANCELLED"], info);
  }

  @FieldResolver()
  lastSucceeded(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> {
    return newestRun(context, ["SUCCEEDED"], info);
  }

  @Mutation(() => EtlRunType, {
    description: "Asks for a load; answers at once with it, or with the one that is under way.",
  })
  @Requires("etl:run", "command")
  async runEtl(
    @Ctx() context: RequestContext,
    @Arg("input", () => RunEtlInput, { description: "What to load." }) input: RunEtlInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row> {
    const id = await requestEtlRun(context, input.mode);
    return readRecord(context, etlRuns, id, info);
  }
}
