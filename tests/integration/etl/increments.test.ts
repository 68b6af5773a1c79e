import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../support/database.ts";
import { ownCompany, openCompany, type Company } from "./support/company.ts";
import { expectEqualRebuild, pictureOf } from "./support/compare.ts";
import { ownWarehouse } from "../../support/own-warehouse.ts";

const database = ownDatabase();
const company = ownCompany(database);
// Tests here keep transactions open on purpose, so nobody waits for them.
const warehouse = ownWarehouse(database, { settleMs: 0 });
let other: Company;
let root: string, south: string, ada: string, bo: string, acme: string;

beforeAll(async () => {
  other = await openCompany(database);
  const c = company();
  root = await c.department("HQ", null);
  south = await c.department("SOUTH", root);
  ada = await c.user("ada", root);
  bo = await c.user("bo", south);
  acme = await c.customer("Acme", ada, "China / Zhejiang");
});
afterAll(() => other.client.end());
afterEach(async () => {
  await other.run("rollback");
  await expectEqualRebuild(warehouse);
});

/**
 * Loads until the window has passed all transactions that have ended by now: other test files on the
 * same server hold the horizon back for moments.
 */
async function load(behind?: Company): Promise<void> {
  const own = behind ? await behind.value("select pg_current_xact_id()::text") : undefined;
  const next =
    own ?? (await company().value("select pg_snapshot_xmax(pg_current_snapshot())::text"));
  for (;;) {
    await warehouse.load();
    const reached = await warehouse.one("select xid8::varchar from etl_watermark");
    if (BigInt(String(reached)) >= BigInt(next)) return;
  }
}

const owners = (title: string) =>
  warehouse.rows(
    `select d.login from fact_opportunity f join dim_user d on d.user_key = f.owner_key where f.title = '${title}'`,
  );

test("a transaction that commits late is not lost, nor what began after it", async () => {
  await load();
  await other.run("begin");
  await other.opportunity({ title: "late" });
  await company().opportunity({ title: "early" });
  await load(other);
  expect(await warehouse.rows("select title from fact_opportunity order by 1")).toEqual([]);
  await other.run("commit");
  await load();
  expect(await warehouse.rows("select title from fact_opportunity order by 1")).toEqual([
    ["early"],
    ["late"],
  ]);
});

test("a version that commits after facts of its own time were loaded takes them over", async () => {
  const c = company();
  const won = await c.opportunity({
    title: "won",
    customerId: acme,
    assigneeId: ada,
    status: "DEVELOPING",
  });
  await c.move(won, "DEVELOPING", "FORWARD", "2017-01-01T00:00:00Z", ada);
  await load();
  await other.run("begin");
  await other.run("update crm.customer set region = 'Japan' where id = $1", [acme]);
  await c.run(
    "update crm.opportunity set status = 'WON', closed_at = clock_timestamp(), closed_amount = 5 where id = $1",
    [won],
  );
  const region = `select d.region from fact_opportunity f join dim_customer d using (customer_key) where f.title = 'won'`;
  await load(other);
  expect(await warehouse.one(region)).toBe("China / Zhejiang");
  await other.run("commit");
  await load();
  expect(await warehouse.one(region)).toBe("Japan");
});

test("an open opportunity follows the present version, a closed one keeps that of its closing", async () => {
  const c = company();
  for (const [title, closedAt] of [
    ["open one", null],
    ["closed one", "2017-01-01T00:00:00Z"],
  ] as const) {
    await c.opportunity({
      title,
      customerId: acme,
      assigneeId: ada,
      status: closedAt ? "WON" : "DEVELOPING",
      closedAt,
    });
  }
  await load();
  await c.run("update crm.customer set tier = 5 where id = $1", [acme]);
  await load();
  expect(
    await warehouse.rows(
      `select f.title, d.tier from fact_opportunity f join dim_customer d using (customer_key)
       where f.title in ('open one', 'closed one') order by 1`,
    ),
  ).toEqual([
    ["closed one", 1],
    ["open one", 5],
  ]);
});

test("a customer whose history is not complete yet is inferred, and healed when it arrives", async () => {
  await load();
  const c = company();
  // The elder transaction will point at a customer of a younger one, which the horizon still hides.
  await other.run("begin");
  await other.run("select pg_current_xact_id()");
  const holder = await openCompany(database);
  await holder.run("begin");
  await holder.run("select pg_current_xact_id()");
  const fresh = await c.customer("Fresh", bo, "Peru");
  await other.opportunity({ title: "points ahead", customerId: fresh });
  await other.run("commit");
  const inferred = `select d.is_inferred, d.name from fact_opportunity f join dim_customer d using (customer_key) where f.title = 'points ahead'`;
  await load(holder);
  expect(await warehouse.rows(inferred)).toEqual([[true, null]]);
  await holder.run("rollback");
  await holder.client.end();
  await load();
  expect(await warehouse.rows(inferred)).toEqual([[false, "Fresh"]]);
});

test("a deleted opportunity goes with its moves", async () => {
  const c = company();
  const gone = await c.opportunity({ title: "gone" });
  await c.move(gone, "UNASSIGNED", "FORWARD", "2020-05-05T00:00:00Z");
  await load();
  expect(await owners("gone")).toHaveLength(1);
  await c.run("delete from crm.opportunity where id = $1", [gone]);
  await load();
  expect(
    await warehouse.one(
      `select (select count(*) from fact_opportunity where opportunity_id = '${gone}')
            + (select count(*) from fact_opportunity_transition where opportunity_id = '${gone}')`,
    ),
  ).toBe("0");
});

test("reassigning changes the present owner on all moves, not who made them", async () => {
  const c = company();
  const moved = await c.opportunity({ title: "moved", assigneeId: ada });
  await c.move(moved, "ASSIGNED", "FORWARD", "2020-05-05T00:00:00Z", ada);
  await load();
  await c.run("update crm.opportunity set assignee_id = $2 where id = $1", [moved, bo]);
  await load();
  expect(
    await warehouse.rows(
      `select o.login, a.login from fact_opportunity_transition f
       join dim_user o on o.user_key = f.owner_key join dim_user a on a.user_key = f.actor_key
       where f.opportunity_id = '${moved}'`,
    ),
  ).toEqual([["bo", "ada"]]);
});

test("a moved department is moved as a whole tree", async () => {
  const c = company();
  const west = await c.department("WEST", root);
  await load();
  await c.run("update crm.department set parent_id = $2 where id = $1", [south, west]);
  await load();
  expect(
    await warehouse.rows(
      "select code, depth from dim_department where department_key > 0 order by low",
    ),
  ).toEqual([
    ["HQ", 0],
    ["WEST", 1],
    ["SOUTH", 2],
  ]);
});

test("a person who changes department has a version for each", async () => {
  await company().run("update crm.app_user set department_id = $2 where id = $1", [bo, root]);
  await load();
  expect(
    await warehouse.rows(
      `select department_id = '${root}', is_current from dim_user where user_id = '${bo}' order by valid_from`,
    ),
  ).toEqual([
    [false, false],
    [true, true],
  ]);
});

test("a renamed dictionary entry keeps its number, a product its row", async () => {
  const c = company();
  await c.run(
    "insert into crm.product (source, external_id, name, category) values ('erp', 'P1', 'Pump', 'Pumps')",
  );
  await load();
  const key = "select opportunity_source_key from dim_opportunity_source where code = 'PHONE'";
  const before = await warehouse.one(key);
  await c.run("update crm.dictionary_entry set caption_en = 'By phone' where code = 'PHONE'");
  await c.run("update crm.product set name = 'Big pump'");
  await load();
  expect(await warehouse.one(key)).toBe(before);
  expect(await warehouse.rows("select name from dim_product where product_key > 0")).toEqual([
    ["Big pump"],
  ]);
});

test("the same window five times changes nothing", async () => {
  await company().opportunity({ title: "again", assigneeId: ada });
  await load();
  const once = await pictureOf(warehouse);
  for (let round = 0; round < 5; round += 1) {
    await warehouse.engine.write((writer) =>
      writer.run("update etl_watermark set xid8 = greatest(xid8 - 200, 3)"),
    );
    await load();
    expect(await pictureOf(warehouse)).toEqual(once);
  }
});
