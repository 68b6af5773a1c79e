import { beforeAll, expect, test } from "vitest";
import { withClient } from "../../schema/postgres/server.ts";
import { ownDatabase } from "../support/database.ts";
import { foundCompany, userId } from "./support/company.ts";

const db = ownDatabase();

beforeAll(async () => {
  await foundCompany(db);
  await db.sql(
    "crm_owner",
    `insert into crm.app_user (login, display_name, department_id)
     select 'many' || i, 'many', department_id from crm.app_user, generate_series(1, 100) i where login = 'user3'`,
  );
  await db.sql(
    "crm_owner",
    `insert into crm.customer (number, name, account_manager_id)
     select 'N' || i, 'Customer ' || i, u.id from generate_series(1, 10000) i
     join (select id, row_number() over (order by login) as n from crm.app_user) u on u.n = 1 + i % 107`,
  );
  await db.sql(
    "crm_owner",
    "insert into crm.contact (customer_id, name) select id, name from crm.customer where number like 'N%'",
  );
  await db.sql("crm_owner", "analyze crm.app_user, crm.customer, crm.contact");
});

/** The plan of a statement of somebody who sees their own rows, under row level security. */
const planOf = (statement: string): Promise<string> =>
  withClient(db.server, "crm_app", db.name, async (client) => {
    const own = { own: true };
    await client.query(
      "select set_config('crm.principal', $1, false), set_config('crm.scopes', $2, false)",
      [userId(3), JSON.stringify({ customer: own, contact: own })],
    );
    const { rows } = await client.query(`explain (costs off) ${statement}`);
    return rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n");
  });

test.each([
  [
    "a page of an owner's customers",
    `select id from crm.customer where account_manager_id = '${userId(3)}' order by id limit 50`,
    "customer_account_manager_id_id_index",
  ],
  [
    "a page of all customers by name",
    "select id from crm.customer where (name, id) > ('Customer 5', '00000000-0000-0000-0000-000000000000') order by name, id limit 50",
    "customer_name_id_index",
  ],
  [
    "a page of all customers by age",
    "select id from crm.customer order by created_at desc, id desc limit 50",
    "customer_created_at_id_index",
  ],
  [
    "the contacts of a page of customers",
    `select id from crm.contact where customer_id in ('${userId(1)}', '${userId(2)}', '${userId(4)}')`,
    "contact_customer_id_id_index",
  ],
])("%s is found by its index", async (_what, statement, index) => {
  expect(await planOf(statement)).toContain(index);
});

test("a name is found by its key", async () => {
  const rows = await db.sql<Record<string, string>>(
    "crm_owner",
    "explain (costs off) select id from crm.customer where crm.name_key(name) = crm.name_key('CUSTOMER 77, Ltd') and status <> 'DELETED'",
  );
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("customer_name_key_unique");
});

test("a window of transactions is found by its index", async () => {
  const rows = await db.sql<Record<string, string>>(
    "crm_etl",
    "explain (costs off) select * from crm.customer where xid8 >= '4000000000' and xid8 < '4000000100'",
  );
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("customer_xid8_index");
});

test("who sees everything does not pay for the owners", async () => {
  const plan = await withClient(db.server, "crm_app", db.name, async (client) => {
    await client.query("select set_config('crm.scopes', $1, false)", ['{"customer": "all"}']);
    await client.query("set max_parallel_workers_per_gather = 0");
    const { rows } = await client.query(
      "explain (analyze, costs off, timing off, summary off, buffers off) select count(*) from crm.customer",
    );
    return rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n");
  });
  expect(plan).toContain("ProjectSet (never executed)");
});
