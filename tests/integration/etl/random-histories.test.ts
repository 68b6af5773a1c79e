import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../support/database.ts";
import { openCompany, type Company } from "./support/company.ts";
import { pictureOf } from "./support/compare.ts";
import { ownWarehouse } from "../../support/own-warehouse.ts";

const database = ownDatabase();
const warehouse = ownWarehouse(database, { settleMs: 0 });

const STATUSES = ["ASSIGNED", "DEVELOPING", "WON", "LOST"] as const;

/** What two overlapping writers do; numbers pick among the rows that there are. */
type Act = (writer: Company, a: number, b: number) => Promise<unknown>;
const pick = (table: string, n: number): string =>
  `(select id from crm.${table} order by id offset ${n} % greatest((select count(*) from crm.${table}), 1) limit 1)`;
const day = (n: number): string =>
  `timestamptz '2016-01-01 00:00:00+00' + interval '1 hour' * ${n * 37}`;

const ACTS: Readonly<Record<string, Act>> = {
  customer: (w, a) =>
    w.run(
      `insert into crm.customer (number, name, account_manager_id, tier)
       select 'K' || uuidv7(), 'Customer ' || uuidv7(), ${pick("app_user", a)}, 1 + ${a} % 5`,
    ),
  retier: (w, a, b) =>
    w.run(`update crm.customer set tier = 1 + ${b} % 5 where id = ${pick("customer", a)}`),
  regroup: (w, a, b) =>
    w.run(
      `update crm.app_user set department_id = ${pick("department", b)} where id = ${pick("app_user", a)}`,
    ),
  move: (w, a) =>
    w.run(
      `update crm.department d set parent_id = (select id from crm.department where parent_id is null)
       where d.id = ${pick("department", a)} and d.parent_id is not null`,
    ),
  department: (w, a) =>
    w.run(
      `insert into crm.department (code, name, parent_id) select 'D' || uuidv7(), 'D', ${pick("department", a)}`,
    ),
  open: (w, a, b) =>
    w.run(
      `insert into crm.opportunity (number, title, source_id, customer_id, customer_name, success_rate, description,
         estimated_amount, currency, assignee_id, status, created_at, expected_close_on)
       select 'O' || uuidv7(), 't', ${pick("dictionary_entry", 0)}, ${pick("customer", a)}, 'x', ${b} % 101, 'd',
         ${a}.5, 'CNY', ${pick("app_user", b)}, 'ASSIGNED', ${day(a)}, (${day(b * 9)})::date`,
    ),
  step: (w, a, b) =>
    w.run(
      `insert into crm.opportunity_transition (opportunity_id, seq, from_status, to_status, direction, at,
         by_user_id, by_principal, success_rate, amount, currency)
       select o.id, 1 + (select coalesce(max(seq), 0) from crm.opportunity_transition where opportunity_id = o.id),
         null, '${STATUSES[b % 4]}', '${b % 2 === 0 ? "FORWARD" : "CLOSE"}', ${day(b)}, ${pick("app_user", b)}, 'p',
         o.success_rate, o.estimated_amount, o.currency
       from crm.opportunity o where o.id = ${pick("opportunity", a)}`,
    ),
  change: (w, a, b) =>
    w.run(
      `update crm.opportunity set estimated_amount = ${b}, assignee_id = ${pick("app_user", b)},
         status = '${STATUSES[b % 4]}', closed_at = ${b % 4 > 1 ? day(b) : "null"}
       where id = ${pick("opportunity", a)}`,
    ),
  remove: (w, a) => w.run(`delete from crm.opportunity where id = ${pick("opportunity", a)}`),
};

let writers: Company[];
beforeAll(async () => {
  writers = [await openCompany(database), await openCompany(database)];
  const [c] = writers;
  if (!c) throw new Error("no writer");
  const root = await c.department("HQ", null);
  const ada = await c.user("ada", await c.department("A", root));
  await c.user("bo", await c.department("B", root));
  await c.customer("Acme", ada);
  for (const writer of writers) await writer.run("set lock_timeout = '50ms'");
});
afterAll(async () => {
  for (const { client } of writers) await client.end();
});

const step = fc.record({
  act: fc.constantFrom(...Object.keys(ACTS), "begin", "commit", "load"),
  writer: fc.nat({ max: 1 }),
  a: fc.nat({ max: 40 }),
  b: fc.nat({ max: 400 }),
});

/** A row that the other writer holds: this one gives up its transaction, as a user would. */
async function attempt(writer: Company, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    expect((error as { code?: string }).code).toMatch(/^(55P03|25P02|40P01)$/);
    await writer.run("rollback");
  }
}

test("whatever two writers do between loads, increments and a rebuild are equal", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      for (const { act, writer, a, b } of steps) {
        const who = writers[writer];
        if (!who) continue;
        const work = ACTS[act];
        if (act === "load") await warehouse.load();
        else if (work) await attempt(who, () => work(who, a, b));
        else await who.run(act);
      }
      for (const writer of writers) await writer.run("commit");
      const reached = BigInt(
        await writers[0]!.value("select pg_snapshot_xmax(pg_current_snapshot())::text"),
      );
      do await warehouse.load();
      while (
        BigInt(String(await warehouse.one("select xid8::varchar from etl_watermark"))) < reached
      );
      const incremental = await pictureOf(warehouse);
      await warehouse.load("FULL");
      expect(incremental).toEqual(await pictureOf(warehouse));
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 180_000);
