import { beforeAll, expect, test } from "vitest";
import { withClient } from "../../schema/postgres/server.ts";
import { ownDatabase } from "../support/database.ts";
import { customerId, foundCompany, opportunityId } from "./support/company.ts";

const db = ownDatabase();
beforeAll(() => foundCompany(db));

test("every extracted table is stamped, leaves tombstones, and has an index on its stamp", async () => {
  const incomplete = await db.sql(
    "crm_owner",
    `select c.relname as table,
       exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'stamp') as stamped,
       exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('tombstone', 'append_only')) as kept,
       exists (select from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum) as indexed
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'xid8'
     where c.relnamespace = 'crm'::regnamespace and c.relkind = 'r'`,
  );
  expect(incomplete.length).toBeGreaterThan(15);
  expect(incomplete.filter((row) => !(row["stamped"] && row["kept"] && row["indexed"]))).toEqual(
    [],
  );
});

test("a write stamps the row with its own transaction, whatever the statement says", async () => {
  await withClient(db.server, "crm_owner", db.name, async (client) => {
    await client.query("begin");
    const { rows } = await client.query(
      `update crm.customer set phone = '2', xid8 = '3' where id = $1
       returning xid8 = pg_current_xact_id() as own`,
      [customerId(1)],
    );
    await client.query("commit");
    expect(rows).toEqual([{ own: true }]);
  });
});

test("a deleted opportunity takes its rows along and leaves a tombstone for each", async () => {
  await db.sql("crm_owner", "delete from crm.opportunity where id = $1", [opportunityId(1)]);
  const left = await db.sql<{ table_name: string }>(
    "crm_owner",
    "select table_name from crm.tombstone where xid8 = (select max(xid8) from crm.tombstone) order by 1",
  );
  expect(left.map((row) => row.table_name)).toEqual(["opportunity", "opportunity_transition"]);
});

test.each([
  ["opportunity_transition", "update crm.opportunity_transition set seq = seq + 100"],
  ["opportunity_transition", "delete from crm.opportunity_transition"],
  ["customer_history", "update crm.customer_history set tier = 5"],
  ["department_history", "delete from crm.department_history"],
  ["tombstone", "delete from crm.tombstone"],
])("%s is append-only, for its owner too: %s", async (table, statement) => {
  await expect(db.sql("crm_owner", statement)).rejects.toThrow(`${table} is append-only`);
});

test("updating a customer does not make a new row that names it wait", async () => {
  await withClient(db.server, "crm_owner", db.name, async (client) => {
    await client.query("begin");
    await client.query("update crm.customer set region = 'A / B' where id = $1", [customerId(2)]);
    await withClient(db.server, "crm_owner", db.name, async (other) => {
      await other.query("set lock_timeout = '1s'");
      await other.query("insert into crm.contact (customer_id, name) values ($1, 'n')", [
        customerId(2),
      ]);
    });
    await client.query("rollback");
  });
});
