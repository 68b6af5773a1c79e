import { beforeAll, expect, test } from "vitest";
import { withClient } from "../../schema/postgres/server.ts";
import { ownDatabase } from "../support/database.ts";
import { customerId, departmentId, foundCompany, userId } from "./support/company.ts";

const db = ownDatabase();
beforeAll(() => foundCompany(db));

const versions = (n: number) =>
  db.sql<{ tier: number; valid_from: string }>(
    "crm_owner",
    "select tier, valid_from::text from crm.customer_history where id = $1 order by seq",
    [customerId(n)],
  );
const setTier = (n: number, tier: number) =>
  db.sql("crm_owner", "update crm.customer set tier = $2 where id = $1", [customerId(n), tier]);

test("the first version holds from the beginning of time", async () => {
  const everything = await db.sql<{ thing: string; since: string }>(
    "crm_owner",
    `select 'customer' as thing, min(valid_from)::text as since from crm.customer_history
     union all select 'user', min(valid_from)::text from crm.user_history
     union all select 'department', min(valid_from)::text from crm.department_history order by 1`,
  );
  expect(everything).toEqual(
    ["customer", "department", "user"].map((thing) => ({ thing, since: "0001-01-01 00:00:00+00" })),
  );
});

test("a change of a tracked column adds a version", async () => {
  await setTier(1, 3);
  expect((await versions(1)).map(({ tier }) => tier)).toEqual([1, 3]);
});

test("a change of another column adds none", async () => {
  await db.sql("crm_owner", "update crm.customer set phone = '1', version = 2 where id = $1", [
    customerId(2),
  ]);
  expect(await versions(2)).toHaveLength(1);
});

test("many changes in one transaction are versions one strictly after another", async () => {
  await withClient(db.server, "crm_owner", db.name, async (client) => {
    await client.query("begin");
    for (let i = 0; i < 20; i++) {
      await client.query("update crm.customer set tier = 1 + $2 % 5 where id = $1", [
        customerId(3),
        i + 1,
      ]);
    }
    await client.query("commit");
  });
  const [{ ties } = { ties: -1 }] = await db.sql<{ ties: number }>(
    "crm_owner",
    `select count(*)::integer as ties from (
       select valid_from <= lag(valid_from) over (order by seq) as tie from crm.customer_history where id = $1
     ) as neighbours where tie`,
    [customerId(3)],
  );
  expect(await versions(3)).toHaveLength(21);
  expect(ties).toBe(0);
});

test("a version is after the one before it even where the clock has gone back", async () => {
  await db.sql(
    "crm_owner",
    `insert into crm.customer_history (id, valid_from, number, name, tier, account_manager_id, status)
     values ($1, '2199-01-01', 'x', 'x', 2, $2, 'ACTIVE')`,
    [customerId(4), userId(4)],
  );
  await setTier(4, 5);
  const last = (await versions(4)).at(-1);
  expect(last).toEqual({ tier: 5, valid_from: "2199-01-01 00:00:00.000001+00" });
});

test("a version holds from its own moment, not from the start of its transaction", async () => {
  await withClient(db.server, "crm_owner", db.name, async (client) => {
    await client.query("begin");
    const { rows } = await client.query("select clock_timestamp()::text as before");
    await client.query("update crm.customer set tier = 5 where id = $1", [customerId(6)]);
    await client.query("commit");
    const later = await client.query(
      "select from crm.customer_history where id = $1 and valid_from > $2",
      [customerId(6), rows[0].before],
    );
    expect(later.rowCount).toBe(1);
  });
});

test("a transaction that began earlier and changes later is the later version", async () => {
  await withClient(db.server, "crm_owner", db.name, async (early) => {
    await early.query("begin");
    await early.query("select now()");
    await setTier(5, 4);
    await early.query("update crm.customer set tier = 2 where id = $1", [customerId(5)]);
    await early.query("commit");
  });
  const kept = await db.sql<{ tier: number }>(
    "crm_owner",
    "select tier from crm.customer_history where id = $1 order by valid_from",
    [customerId(5)],
  );
  expect(kept.map(({ tier }) => tier)).toEqual([1, 4, 2]);
});

test("moves of users and departments and changes of products are kept as well", async () => {
  await db.sql("crm_owner", "update crm.app_user set department_id = $2 where id = $1", [
    userId(6),
    departmentId(7),
  ]);
  await db.sql("crm_owner", "update crm.department set parent_id = $2 where id = $1", [
    departmentId(7),
    departmentId(2),
  ]);
  await db.sql(
    "crm_owner",
    "insert into crm.product (source, external_id, name) values ('s', '1', 'GTX')",
  );
  await db.sql("crm_owner", "update crm.product set price = 5, currency = 'CNY'");
  const counts = await db.sql(
    "crm_owner",
    `select (select count(*)::integer from crm.user_history where id = $1) as users,
            (select count(*)::integer from crm.department_history where id = $2) as departments,
            (select count(*)::integer from crm.product_history) as products`,
    [userId(6), departmentId(7)],
  );
  expect(counts).toEqual([{ users: 2, departments: 2, products: 2 }]);
});
