import { ArgsType, Field, InputType, Int, registerEnumType } from "type-graphql";
import { MAX_PAGE } from "../../schema/kernel/page.ts";
import { conditionInputOf, type Condition } from "./condition.input.ts";
import type { Direction, ListDefinition, OrderTerm } from "./define-list.ts";
import { snakeCase } from "./field.ts";

/** Conditions by field name, beside `and`, `or` and `not`. */
export interface Filter {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
  readonly [field: string]: Condition | Filter | readonly Filter[] | null | undefined;
}

/** The arguments of a list. */
export interface ListArgs {
  readonly first: number;
  readonly after?: string | null;
  readonly filter?: Filter | null;
  readonly orderBy?: readonly OrderTerm[] | null;
}

export const DEFAULT_PAGE = 50;

const Directions: Readonly<Record<Direction, Direction>> = { ASC: "ASC", DESC: "DESC" };
registerEnumType(Directions, {
  name: "OrderDirection",
  description: "Which way a list is ordered; rows without a value come last either way.",
  valuesConfig: {
    ASC: { description: "Smallest, earliest or first in the alphabet first." },
    DESC: { description: "Largest, latest or last in the alphabet first." },
  },
});

const made = new Map<string, new () => ListArgs>();

/** The arguments class of a list: page, filter and order, derived from its declaration. */
export function listArgs(list: ListDefinition): new () => ListArgs {
  const known = made.get(list.name);
  if (known) return known;
  const [filter, order] = [filterInput(list), orderInput(list)];
  const args = class {} as new () => ListArgs;
  ArgsType()(args);
  const declare = (name: keyof ListArgs, type: () => never, description: string): void =>
    Field(type, { nullable: true, description })(args.prototype as object, name);
  Field(() => Int, {
    defaultValue: DEFAULT_PAGE,
    description: `How many rows, at most ${MAX_PAGE}.`,
  })(args.prototype as object, "first");
  declare("after", (() => String) as () => never, "The cursor after which the page begins.");
  declare("filter", () => filter as never, "Which rows of those you may see.");
  declare("orderBy", () => [order] as never, "The order, completed by the id.");
  made.set(list.name, args);
  return args;
}

function filterInput(list: ListDefinition): new () => Filter {
  const input = class {} as new () => Filter;
  const shape: object = input.prototype;
  InputType(`${list.name}Filter`, {
    description: `Conditions on ${list.name}; all that are given must hold.`,
  })(input);
  const options = { nullable: true };
  for (const [name, field] of Object.entries(list.fields)) {
    const condition = conditionInputOf(field);
    if (!condition) continue;
    Field(() => condition, { ...options, description: `Conditions on ${name}.` })(shape, name);
  }
  Field(() => [input], { ...options, description: "All of these hold." })(shape, "and");
  Field(() => [input], { ...options, description: "At least one of these holds." })(shape, "or");
  Field(() => input, { ...options, description: "This does not hold." })(shape, "not");
  return input;
}

/** Fields whose values have an order that means something to people. */
export const isOrdered = (list: ListDefinition, name: string): boolean => {
  const field = list.fields[name];
  if (!field || field.filterOnly || field.expression) return false;
  return field.kind !== "tags" && field.kind !== "json";
};

function orderInput(list: ListDefinition): new () => OrderTerm {
  const names = Object.keys(list.fields).filter((name) => isOrdered(list, name));
  const fields = Object.fromEntries(names.map((name) => [snakeCase(name).toUpperCase(), name]));
  registerEnumType(fields, {
    name: `${list.name}OrderField`,
    description: `What ${list.name} can be ordered by.`,
    valuesConfig: Object.fromEntries(
      Object.entries(fields).map(([key, name]) => [key, { description: `By ${name}.` }]),
    ),
  });
  const input = class {} as new () => OrderTerm;
  InputType(`${list.name}Order`, { description: "One term of an order." })(input);
  Field(() => fields, { description: "What to order by." })(input.prototype as object, "field");
  Field(() => Directions, { defaultValue: "ASC", description: "Which way." })(
    input.prototype as object,
    "direction",
  );
  return input;
}
