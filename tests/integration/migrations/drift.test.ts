import { afterAll, beforeAll, expect, test } from "vitest";
import { ENTITIES } from "../../../schema/entities.ts";
import { MIGRATIONS } from "../../../schema/migrations/list.ts";
import { openMigrator } from "../../../schema/migrations/migrator.ts";
import { connectionFor } from "../../../schema/postgres/server.ts";
import { ownDatabase } from "../../support/database.ts";

const db = ownDatabase();
let owner: Awaited<ReturnType<typeof openMigrator>>;
beforeAll(async () => {
  owner = await openMigrator(connectionFor(db.server, "crm_owner", db.name));
});
afterAll(() => owner.close());

test("the migrated database is what the entities declare", async () => {
  expect(await owner.schema.getUpdateSchemaSQL({ wrap: false })).toBe("");
});

test("the checked-in snapshot is what the entities declare", async () => {
  expect(await owner.migrator.checkSchema()).toBe(false);
});

test("every migration has run, in order, and none is listed twice", async () => {
  const executed = await owner.migrator.getExecuted();
  const names = MIGRATIONS.map(({ name }) => name);
  expect(executed.map(({ name }) => name)).toEqual(names);
  expect(names).toEqual([...new Set(names)].toSorted());
});

test("every table of the database is an entity", async () => {
  const rows = await db.sql<{ name: string }>(
    "crm_owner",
    "select tablename as name from pg_tables where schemaname = 'crm' order by 1",
  );
  const declared = ENTITIES.map(({ meta }) => meta.tableName).toSorted();
  expect(rows.map(({ name }) => name)).toEqual(declared);
});
