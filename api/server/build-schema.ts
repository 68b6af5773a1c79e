import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { guardSchema } from "../access/shield.ts";
import { mendSchema } from "./mend-schema.ts";
import { RESOLVERS } from "./resolvers.ts";

type ResolverList = Parameters<typeof buildSchema>[0]["resolvers"];

/** The whole GraphQL schema, every operation behind its rule. Throws where one has no rule. */
export async function buildGuardedSchema(
  resolvers: ResolverList = RESOLVERS,
): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers, validate: false });
  mendSchema(schema);
  return guardSchema(schema);
}
