import {
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";

/** Inputs of which exactly one field is given. */
const ONE_OF = ["AxisItem", "SortInput", "DateRangeInput", "ComparisonInput"];

/** Says of the built schema what type-graphql cannot say by decorators. */
export function mendSchema(schema: GraphQLSchema): void {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = "What can be read; everything obeys the rights of the caller.";
  if (mutation) mutation.description = "What can be changed; each change is one transaction.";
  for (const type of Object.values(schema.getTypeMap())) {
    // The directive by decorator does nothing; graphql-js looks at this flag.
    if (type instanceof GraphQLInputObjectType && ONE_OF.includes(type.name)) type.isOneOf = true;
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) field.type = withWholeRows(field.type);
  }
}

/** `[[T]]!` becomes `[[T]!]!`: a value of a matrix may be missing, a row never is. */
function withWholeRows(type: GraphQLOutputType): GraphQLOutputType {
  if (!isNonNullType(type) || !isListType(type.ofType)) return type;
  const row = type.ofType.ofType;
  return isListType(row) ? new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(row))) : type;
}
