import { isObjectType } from "graphql";
import { expect, test } from "vitest";
import { allLists, targetOf } from "../../../../api/lists/define-list.ts";
import { buildGuardedSchema } from "../../../../api/server/build-schema.ts";
import { ownDatabase } from "../../../support/database.ts";

const database = ownDatabase();

test("every list reads every field of its GraphQL type, and nothing that the type does not have", async () => {
  const schema = await buildGuardedSchema();
  const faults: string[] = [];
  for (const list of allLists()) {
    const type = schema.getType(list.name);
    if (!isObjectType(type)) {
      faults.push(`${list.name} is no type`);
      continue;
    }
    const declared = new Set([...Object.keys(list.relations), ...Object.keys(list.computed)]);
    for (const [name, { filterOnly }] of Object.entries(list.fields)) {
      if (!filterOnly) declared.add(name);
    }
    for (const name of Object.keys(type.getFields())) {
      if (!declared.has(name)) faults.push(`${list.name}.${name} cannot be read`);
    }
    // Parts may keep an id to be ordered by, and computed fields may need more than they show.
    const needed = new Set(["id", ...Object.values(list.computed).flat()]);
    for (const name of declared) {
      if (!(name in type.getFields()) && !needed.has(name))
        faults.push(`${list.name}.${name} is unused`);
    }
  }
  expect(faults).toEqual([]);
});

test("every list and relation names tables and columns that there are, and says truly what may be missing", async () => {
  const columns = await database.sql<{ table: string; column: string; optional: boolean }>(
    "crm_owner",
    `select table_name as table, column_name as column, is_nullable = 'YES' as optional
     from information_schema.columns where table_schema = 'crm'`,
  );
  const optional = new Map(
    columns.map(({ table, column, optional: is }) => [`${table}.${column}`, is]),
  );
  const faults: string[] = [];
  for (const list of allLists()) {
    for (const [name, field] of Object.entries(list.fields)) {
      if (field.expression) continue;
      const is = optional.get(`${list.table}.${field.column}`);
      if (is !== (field.nullable ?? false)) faults.push(`${list.name}.${name}`);
    }
    for (const [name, relation] of Object.entries(list.relations)) {
      const { table } = targetOf(relation);
      const used =
        relation.kind === "one"
          ? [`${list.table}.${relation.column}`, `${table}.${relation.targetColumn}`]
          : [`${table}.${relation.column}`];
      if (!used.every((column) => optional.has(column))) faults.push(`${list.name}.${name}`);
    }
  }
  expect(faults).toEqual([]);
});
