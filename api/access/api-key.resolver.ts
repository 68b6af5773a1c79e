import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from "type-graphql";
import { connectionType, type Connection } from "../lists/connection.type.ts";
import { listArgs, type ListArgs } from "../lists/list-args.ts";
import { readConnection, readRecord, type Row } from "../lists/read-list.ts";
import { viewerOf, type RequestContext } from "../server/context.ts";
import { apiKeys } from "./api-key.list.ts";
import { createApiKey, revokeApiKey } from "./api-key.service.ts";
import { ApiKeyType, CreateApiKeyInput, NewApiKey } from "./api-key.type.ts";
import { Requires } from "./requires.ts";

const ApiKeyConnection = connectionType(apiKeys, () => ApiKeyType);
const ApiKeyArgs = listArgs(apiKeys);

/** Keys of other systems: made, seen and revoked. */
@Resolver()
export class ApiKeyResolver {
  @Query(() => ApiKeyType, { nullable: true, description: "An API key by id." })
  @Requires("apiKey:read", "id")
  apiKey(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Id of the key." }) id: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row> {
    return readRecord(context, apiKeys, id, info);
  }

  @Query(() => ApiKeyConnection, {
    description: "The API keys, also those that have ended; never their secrets.",
  })
  @Requires("apiKey:read", "list")
  apiKeys(
    @Ctx() context: RequestContext,
    @Args(() => ApiKeyArgs) args: ListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return readConnection(context, apiKeys, args, info);
  }

  @Mutation(() => NewApiKey, {
    description: "Makes a key for another system; its secret is shown this once.",
  })
  @Requires("apiKey:create", "command")
  createApiKey(
    @Ctx() context: RequestContext,
    @Arg("input", () => CreateApiKeyInput, { description: "The key." }) input: CreateApiKeyInput,
  ): Promise<NewApiKey> {
    return createApiKey(context, viewerOf(context), input);
  }

  @Mutation(() => Boolean, {
    description: "Ends a key for good. HTTP feels it within a second, sockets within two.",
  })
  @Requires("apiKey:delete", "command")
  async revokeApiKey(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "Id of the key." }) id: string,
  ): Promise<boolean> {
    await revokeApiKey(context, id);
    context.principals.forget();
    return true;
  }
}
