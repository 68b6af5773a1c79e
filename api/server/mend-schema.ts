import {
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";

/** Inputs of which exactly one field is given. */
const ONE_OF = ["AxisItem", "SortInput", "DateRangeInput", "ComparisonInput"];

/** Says of the built schema what type-graphql cannot say by decorators. */
export function mendSchema(schema: GraphQLSchema): void {
  describeRoots(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    // The directive by decorator does nothing; graphql-js looks at this flag.
    if (type instanceof GraphQLInputObjectType && ONE_OF.includes(type.name)) type.isOneOf = true;
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) field.type = withWholeRows(field.type);
  }
}

function describeRoots(schema: GraphQLSchema): void {
  const texts = {
    query: "What can be read; everything obeys the rights of the caller.",
    mutation: "What can be changed; each change is one transaction.",
    subscription: "What can be followed; each event obeys the rights of its moment.",
  } as const;
  for (const kind of [
    OperationTypeNode.QUERY,
    OperationTypeNode.MUTATION,
    OperationTypeNode.SUBSCRIPTION,
  ]) {
    const root = schema.getRootType(kind);
    if (root) root.description = texts[kind];
  }
}

/** `[[T]]!` becomes `[[T]!]!`: a value of a matrix may be missing, a row never is. */
function withWholeRows(type: GraphQLOutputType): GraphQLOutputType {
  if (!isNonNullType(type) || !isListType(type.ofType)) return type;
  const row = type.ofType.ofType;
  return isListType(row) ? new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(row))) : type;
}
