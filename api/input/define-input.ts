import "reflect-metadata";
import { Field, InputType } from "type-graphql";
import type { Issue } from "../../schema/kernel/errors.ts";
import type { InputField } from "./input-field.ts";

/** The fields of an input by name. The GraphQL input, the TypeScript type and the rules derive from it. */
type InputFields = Readonly<
  Record<string, Omit<InputField<never>, "tidy"> & { tidy(value: never): unknown }>
>;

/** Values by field: undefined is "not given", null is "no value". */
export type InputOf<Fields extends InputFields> = {
  readonly [Name in keyof Fields]?:
    | (Fields[Name] extends InputField<infer Value> ? Value : never)
    | null
    | undefined;
};

/** A create needs its required fields; an update leaves alone what it does not name. */
export type InputMode = "create" | "update";

interface ExtraField {
  readonly type: () => unknown;
  readonly description: string;
  readonly nullable?: boolean;
}

/** The GraphQL input class of some fields; `extra` are fields that carry no rule (id, version). */
export function inputType(
  name: string,
  description: string,
  mode: InputMode,
  fields: InputFields,
  extra: Readonly<Record<string, ExtraField>> = {},
): new () => object {
  const input = class {};
  const shape: object = input.prototype;
  InputType(name, { description })(input);
  const declare = (field: string, { type, description: says, nullable }: ExtraField): void =>
    Field(type as () => never, { nullable: nullable ?? false, description: says })(shape, field);
  for (const [field, declared] of Object.entries(extra)) declare(field, declared);
  for (const [field, { type, description: says, required }] of Object.entries(fields)) {
    declare(field, { type, description: says, nullable: mode === "update" || !required });
  }
  return input;
}

const MISSING = { zh: "必填", en: "is required" };

/** All faults of an input at once, each with its path; empty where it keeps every rule. */
export function issuesOf<Fields extends InputFields>(
  fields: Fields,
  input: InputOf<Fields>,
  mode: InputMode,
  at = "input",
): Issue[] {
  return Object.entries(fields).flatMap(([name, field]): Issue[] => {
    const value = input[name] as unknown;
    const path = `${at}.${name}`;
    if (value === undefined) {
      return mode === "create" && field.required ? [{ path, text: MISSING, code: "REQUIRED" }] : [];
    }
    const fault = value === null ? undefined : field.fault(value as never);
    if (fault) return [{ path, text: fault }];
    const left = value === null ? null : field.tidy(value as never);
    return left === null && field.required ? [{ path, text: MISSING, code: "REQUIRED" }] : [];
  });
}

/** The values that are given, as they are stored. Call it on input without issues. */
export function tidied<Fields extends InputFields>(
  fields: Fields,
  input: InputOf<Fields>,
): InputOf<Fields> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = input[name] as unknown;
      if (value === undefined) return [];
      return [[name, value === null ? null : field.tidy(value as never)]];
    }),
  ) as InputOf<Fields>;
}
