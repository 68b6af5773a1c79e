import fs from "node:fs";
import { isEnumType, isInputObjectType, isObjectType, isScalarType } from "graphql";
import { expect, test } from "vitest";
import { buildGuardedSchema } from "../../api/server/build-schema.ts";
import { publishedSdl } from "../../api/server/sdl.ts";

const schema = await buildGuardedSchema();
const BUILT_IN = new Set(["String", "Int", "Float", "Boolean", "ID"]);
const types = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith("__") && !BUILT_IN.has(name),
);

test("every type, field, argument, input and enum value says what it means", () => {
  const silent: string[] = [];
  const check = (name: string, described: { readonly description?: string | null | undefined }) => {
    if (!described.description?.trim()) silent.push(name);
  };
  for (const type of types) {
    check(type.name, type);
    if (isEnumType(type)) {
      for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    } else if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        check(`${type.name}.${field.name}`, field);
    } else if (!isScalarType(type))
      silent.push(`${type.name} is of a kind this test does not know`);
  }
  expect(silent).toEqual([]);
});

test("the committed schema is the one that the code makes", () => {
  const file = new URL("../../schema/graphql/schema.graphql", import.meta.url);
  expect(fs.readFileSync(file, "utf8")).toBe(publishedSdl(schema));
});
