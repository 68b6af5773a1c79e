import { lexicographicSortSchema, printSchema, type GraphQLSchema } from "graphql";

/** The schema as clients read it, in the order of names: moving code about changes nothing in it. */
export const publishedSdl = (schema: GraphQLSchema): string =>
  `${printSchema(lexicographicSortSchema(schema))}\n`;
