import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema, type PubSub } from "type-graphql";
import { guardSchema } from "../access/shield.ts";
import { auditSchema } from "../audit/audited-schema.ts";
import { readAhead } from "../lists/read-ahead.ts";
import { mendSchema } from "./mend-schema.ts";
import { RESOLVERS } from "./resolvers.ts";

/** type-graphql insists on one, though every subscription brings a `subscribe` of its own. */
const NO_PUB_SUB: PubSub = {
  publish() {
    throw new Error("changes are announced in the database");
  },
  subscribe() {
    throw new Error("a subscription needs a subscribe of its own");
  },
};

type ResolverList = Parameters<typeof buildSchema>[0]["resolvers"];

/** The whole GraphQL schema, every operation behind its rule. Throws where one has no rule. */
export async function buildGuardedSchema(
  resolvers: ResolverList = RESOLVERS,
): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    validate: false,
    pubSub: NO_PUB_SUB,
  });
  mendSchema(schema);
  readAhead(schema);
  return auditSchema(guardSchema(schema));
}
