import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { isDay } from "../../schema/kernel/clock.ts";

const refuse = (name: string, expected: string): never => {
  throw new GraphQLError(`${name} expects ${expected}`);
};

/** A scalar written as text; rows come from the database in its very form, so answers pass through. */
function textScalar<Internal>(
  name: string,
  description: string,
  expected: string,
  parse: (text: string) => Internal | undefined,
): GraphQLScalarType<Internal, string> {
  const read = (value: unknown): Internal => {
    const parsed = typeof value === "string" ? parse(value) : undefined;
    return parsed ?? refuse(name, expected);
  };
  return new GraphQLScalarType<Internal, string>({
    name,
    description,
    serialize: (value) => {
      if (typeof value === "string") return value;
      return value instanceof Date ? value.toISOString() : refuse(name, expected);
    },
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const DECIMAL = /^-?\d{1,30}(\.\d{1,20})?$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** A decimal number kept as text, so that no amount passes through floating point. */
export const DecimalScalar = textScalar(
  "Decimal",
  'A decimal number as text, e.g. "1265793.0400".',
  'a decimal number as text, e.g. "12.50"',
  (text) => (DECIMAL.test(text) ? text : undefined),
);

/** An instant; answers are in UTC with milliseconds. */
export const DateTimeScalar = textScalar(
  "DateTime",
  'An instant in ISO 8601 with an offset, e.g. "2026-01-31T08:00:00.000Z".',
  'an instant with an offset, e.g. "2026-01-31T08:00:00Z"',
  (text) => {
    const instant = INSTANT.test(text) ? new Date(text) : undefined;
    const year = instant?.getUTCFullYear() ?? Number.NaN;
    return year >= 1 && year <= 9999 ? instant : undefined;
  },
);

/** A day of the calendar, without a zone. */
export const DateScalar = textScalar(
  "Date",
  'A day of the calendar, e.g. "2026-01-31".',
  'a day between 1900 and 2199, e.g. "2026-01-31"',
  (text) => (isDay(text) ? text : undefined),
);

/** Any JSON value; used where the shape depends on data. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: "JSON",
  description: "Any JSON value.",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => literalValue(node, variables ?? {}),
});

function literalValue(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map((value) => literalValue(value, variables));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map((field) => [field.name.value, literalValue(field.value, variables)]),
      );
    case Kind.VARIABLE:
      return variables[node.name.value] ?? null;
  }
}
