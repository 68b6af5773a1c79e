import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const LONGEST = 500;

function read(value: unknown): string {
  if (typeof value !== "string" || value.length > LONGEST) {
    throw new GraphQLError(`MemberKey expects a text of at most ${LONGEST} characters`);
  }
  return value;
}

/** The key of a member: a durable id or code, so that a saved report survives every load. */
export const MemberKeyScalar = new GraphQLScalarType<string, string>({
  name: "MemberKey",
  description: 'The key of a member, stable across loads; "-1" stands for unknown.',
  serialize: String,
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
