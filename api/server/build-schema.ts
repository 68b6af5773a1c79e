import "reflect-metadata";
import { GraphQLInputObjectType, type GraphQLSchema } from "graphql";
import { buildSchema, type NonEmptyArray } from "type-graphql";
import { guardSchema } from "../access/shield.ts";
import { ONE_OF_INPUTS } from "./one-of.ts";
import { RESOLVERS } from "./resolvers.ts";

type ResolverClass = NonEmptyArray<Parameters<typeof buildSchema>[0]["resolvers"][number]>;

/** The whole GraphQL schema, every operation behind its rule. Throws where one has no rule. */
export async function buildGuardedSchema(
  resolvers: ResolverClass = RESOLVERS,
): Promise<GraphQLSchema> {
  const schema = await buildSchema({ resolvers, validate: false });
  markOneOf(schema);
  return guardSchema(schema);
}

/** The directive by decorator does nothing; graphql-js looks at the flag of the built type. */
function markOneOf(schema: GraphQLSchema): void {
  for (const name of ONE_OF_INPUTS) {
    const type = schema.getType(name);
    if (type instanceof GraphQLInputObjectType) type.isOneOf = true;
  }
}
