import "reflect-metadata";
import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../server/scalars.ts";
import type { Choices, FieldKind, ListField } from "./field.ts";

/** The operators that a condition on one field may hold; several of them must all be true. */
export type Operator = "eq" | "in" | "gte" | "lte" | "contains" | "isNull";
export type Condition = Readonly<Partial<Record<Operator, unknown>>>;

const DESCRIPTIONS: Readonly<Record<Operator, string>> = {
  eq: "Equal to this value; null stands for no value.",
  in: "Equal to one of these values.",
  gte: "This value or above.",
  lte: "This value or below.",
  contains: "Contains this text; letters match in capitals and small alike.",
  isNull: "true: has no value; false: has one.",
};

type InputClass = new () => object;
type ScalarThunk = () => object;

/** A condition input class for one kind of value, with the operators that make sense for it. */
function conditionInput(
  name: string,
  valueType: ScalarThunk,
  operators: readonly Operator[],
): InputClass {
  const input = class {};
  InputType(name, { description: `Conditions on one field; all that are given must hold.` })(input);
  for (const operator of operators) {
    const type =
      operator === "isNull"
        ? () => Boolean
        : operator === "in"
          ? () => [valueType()] as never
          : (valueType as () => never);
    Field(type, { nullable: true, description: DESCRIPTIONS[operator] })(input.prototype, operator);
  }
  return input;
}

const ORDERED = ["eq", "in", "gte", "lte", "isNull"] as const;

const INPUTS: Readonly<Partial<Record<FieldKind, InputClass>>> = {
  id: conditionInput("IdCondition", () => ID, ["eq", "in", "isNull"]),
  text: conditionInput("TextCondition", () => String, [...ORDERED, "contains"]),
  integer: conditionInput("IntCondition", () => Int, ORDERED),
  decimal: conditionInput("DecimalCondition", () => DecimalScalar, ORDERED),
  instant: conditionInput("DateTimeCondition", () => DateTimeScalar, ORDERED),
  day: conditionInput("DateCondition", () => DateScalar, ORDERED),
  boolean: conditionInput("BooleanCondition", () => Boolean, ["eq", "isNull"]),
  tags: conditionInput("TagsCondition", () => String, ["contains", "isNull"]),
};
const byChoices = new Map<Choices, InputClass>();

/** The condition input for a field, or undefined where a field cannot be filtered by. */
export function conditionInputOf(field: ListField): InputClass | undefined {
  if (field.expression && !field.filterable) return undefined;
  if (!field.choices) return INPUTS[field.kind];
  const { name, values } = field.choices;
  let input = byChoices.get(values);
  if (!input) {
    input = conditionInput(`${name}Condition`, () => values, ["eq", "in", "isNull"]);
    byChoices.set(values, input);
  }
  return input;
}
