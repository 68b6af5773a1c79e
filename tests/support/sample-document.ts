import {
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
} from "graphql";

const SAMPLES: Readonly<Record<string, string>> = {
  ID: '"00000000-0000-7000-8000-000000000000"',
  String: '"sample"',
  Int: "1",
  Float: "1",
  Boolean: "true",
  Decimal: '"1"',
  Date: '"2026-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
  JSON: "{}",
  MemberKey: '"sample"',
};

/** A value that fits an input type, with nothing but what must be given. */
function sampleOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return `[${sampleOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  if (!isInputObjectType(type)) return SAMPLES[type.name] ?? '"sample"';
  const fields = Object.values(type.getFields());
  const given = type.isOneOf
    ? fields.slice(0, 1)
    : fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return `{ ${given.map(({ name, type: inner }) => `${name}: ${sampleOf(inner)}`).join(" ")} }`;
}

/** A valid document that calls one operation and selects as little as it can. */
export function sampleDocument(
  kind: "query" | "mutation" | "subscription",
  field: GraphQLField<unknown, unknown>,
): string {
  const given = field.args
    .filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)
    .map(({ name, type }) => `${name}: ${sampleOf(type)}`);
  const args = given.length > 0 ? `(${given.join(", ")})` : "";
  const selection = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
  return `${kind} { ${field.name}${args}${selection} }`;
}
