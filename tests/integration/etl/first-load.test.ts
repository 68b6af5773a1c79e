import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../support/database.ts";
import { ownCompany } from "./support/company.ts";
import { ownWarehouse } from "../../support/own-warehouse.ts";

const database = ownDatabase();
const company = ownCompany(database);
const warehouse = ownWarehouse(database);

let ada: string, bo: string, won: string;
beforeAll(async () => {
  const c = company();
  const root = await c.department("HQ", null);
  const south = await c.department("SOUTH", root);
  const north = await c.department("NORTH", root);
  // Made in another order than the tree's.
  bo = await c.user("bo", south);
  ada = await c.user("ada", north);
  const chief = await c.user("chief", root);
  const acme = await c.customer("Acme", ada, "China / Zhejiang / Hangzhou / Xihu");
  await c.customer("Blank", bo, "Japan");
  won = await c.opportunity({
    customerId: acme,
    assigneeId: ada,
    status: "WON",
    amount: "1000.0001",
    createdAt: "2017-01-31T15:59:59Z",
    closedAt: "2017-03-31T16:00:00Z",
    closedAmount: "900.5",
  });
  await c.run("update crm.opportunity set success_rate = 50 where id = $1", [won]);
  await c.move(won, "UNASSIGNED", "FORWARD", "2017-01-31T15:59:59Z", chief);
  await c.move(won, "ASSIGNED", "FORWARD", "2017-02-01T15:59:59Z", chief);
  await c.run("update crm.opportunity set estimated_amount = 1200 where id = $1", [won]);
  await c.move(won, "DEVELOPING", "FORWARD", "2017-02-03T03:59:59Z", ada);
  await c.move(won, "WON", "CLOSE", "2017-05-10T16:00:00Z", ada);
  await c.opportunity({ amount: null });
  const summary = await warehouse.load();
  expect(summary.rebuilt).toBe("nothing is loaded yet");
});

test("counts and sums of every table agree, and the run tells them", async () => {
  const [run] = await database.sql<Record<string, unknown>>(
    "crm_owner",
    "select mode, status, rows_read::int, rows_loaded::int, reconciliation, steps, error from crm.etl_run",
  );
  expect(run).toMatchObject({ mode: "INCREMENTAL", status: "SUCCEEDED", error: null });
  expect(run?.["reconciliation"]).toContainEqual({
    table: "opportunity",
    measure: "sum(estimated_amount)",
    source: "1200",
    warehouse: "1200",
    equal: true,
    extent: "WHOLE",
  });
  expect(JSON.stringify(run?.["steps"])).toContain("rebuild: nothing is loaded yet");
});

test("days are days in the company's zone", async () => {
  expect(
    await warehouse.rows(
      `select created_date_key, closed_date_key, expected_close_date_key from fact_opportunity where is_won`,
    ),
  ).toEqual([[20170131, 20170401, -1]]);
});

test("an opportunity's fact holds its states, amounts and cycle", async () => {
  expect(
    await warehouse.rows(
      `select s.code, f.is_open, f.is_lost, f.was_assigned, f.was_developed, f.closed_amount, f.weighted_amount, f.cycle_days, f.loss_reason_key
       from fact_opportunity f join dim_opportunity_status s on s.opportunity_status_key = f.status_key
       order by s.code desc`,
    ),
  ).toEqual([
    ["WON", false, false, true, true, "900.5000", "600.0000", "59.000012", -2],
    ["UNASSIGNED", true, false, false, false, null, null, null, -2],
  ]);
});

test("a move knows the stage before it, the change of the amount and whether it was followed", async () => {
  expect(
    await warehouse.rows(
      `select s.code, f.days_in_stage, f.amount_change, f.is_converted, f.occurred_date_key
       from fact_opportunity_transition f join dim_opportunity_status s on s.opportunity_status_key = f.to_status_key
       order by f.seq`,
    ),
  ).toEqual([
    ["UNASSIGNED", null, null, true, 20170131],
    ["ASSIGNED", "1.000000", "0.0000", true, 20170201],
    // Won 96 days later: too late.
    ["DEVELOPING", "1.500000", "199.9999", false, 20170203],
    ["WON", "96.500012", "0.0000", false, 20170511],
  ]);
});

test("people are numbered along the department tree, whatever the order of their making", async () => {
  expect(
    await warehouse.rows(
      "select login from dim_user where user_durable_key > 0 order by user_durable_key",
    ),
  ).toEqual([["chief"], ["ada"], ["bo"]]);
});

test("a region is cut into the prefixes of its path", async () => {
  expect(
    await warehouse.rows(
      "select region1, region2, region3 from dim_customer where customer_key > 0 order by name",
    ),
  ).toEqual([
    ["China", "China / Zhejiang", "China / Zhejiang / Hangzhou / Xihu"],
    ["Japan", null, null],
  ]);
});

test("the department tree carries its depth", async () => {
  expect(
    await warehouse.rows(
      "select code, low, high, depth from dim_department where department_key > 0 order by low",
    ),
  ).toEqual([
    ["HQ", 1, 3, 0],
    ["NORTH", 2, 2, 1],
    ["SOUTH", 3, 3, 1],
  ]);
});

test("the calendar knows ISO weeks, fiscal years, holidays and what is not official yet", async () => {
  expect(
    await warehouse.rows(
      `select date_key, iso_year, iso_week_key, fiscal_year, fiscal_quarter_key, fiscal_month_key, is_working_day, is_provisional
       from dim_date where date_key in (20170101, 20170102, 20170122, 20170331, 20170401) order by 1`,
    ),
  ).toEqual([
    [20170101, 2016, "2016-W52", 2017, "FY2017-Q4", "FY2017-M10", false, false],
    [20170102, 2017, "2017-W01", 2017, "FY2017-Q4", "FY2017-M10", false, false],
    // A Sunday worked instead of a bridge day of the Spring Festival.
    [20170122, 2017, "2017-W03", 2017, "FY2017-Q4", "FY2017-M10", true, false],
    [20170331, 2017, "2017-W13", 2017, "FY2017-Q4", "FY2017-M12", true, false],
    [20170401, 2017, "2017-W13", 2018, "FY2018-Q1", "FY2018-M01", true, false],
  ]);
  expect(
    await warehouse.one("select bool_and(is_provisional) from dim_date where year > 2027"),
  ).toBe(true);
});

test("the watermark stands in the warehouse with its identity", async () => {
  const [row] = await warehouse.rows(
    "select source, xid8 > 0, source_max_time is not null, length(declarations_hash) from etl_watermark",
  );
  expect(row).toEqual(["crm", true, true, "32"]);
});
