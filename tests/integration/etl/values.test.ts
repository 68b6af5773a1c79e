import { expect, test } from "vitest";
import { ownDatabase } from "../../support/database.ts";
import { ownCompany } from "./support/company.ts";
import { ownWarehouse } from "../../support/own-warehouse.ts";

const database = ownDatabase();
const company = ownCompany(database);
const warehouse = ownWarehouse(database);

const TITLES = [
  'quotes " and "" and \' and ,',
  "line\nbreaks\r\nof\rall kinds",
  "\\N",
  "\\.",
  "NULL",
  "#comment",
  "=1+1;drop table x",
  "汉字 😀 \u200f\u202e\ufeff",
  "\u0001\u001f\u007f\t",
  "ä".repeat(200),
];

test("no text is changed, lost or taken for something else on its way", async () => {
  for (const title of TITLES) await company().opportunity({ title });
  await warehouse.load();
  const rows = await warehouse.rows("select title from fact_opportunity");
  expect(new Set(rows.flat())).toEqual(new Set(TITLES));
});

test("an empty text stays one and is no null", async () => {
  await company().run(
    "insert into crm.product (source, external_id, name, category) values ('erp', '1', 'a', ''), ('erp', '2', 'b', null)",
  );
  await warehouse.load();
  expect(
    await warehouse.rows("select name, category from dim_product where product_key > 0 order by 1"),
  ).toEqual([
    ["a", ""],
    ["b", null],
  ]);
});

test("the greatest and the smallest amounts and times arrive exactly", async () => {
  const c = company();
  await c.opportunity({
    title: "great",
    amount: "99999999999999.9999",
    createdAt: "2199-12-31T23:59:59.999Z",
  });
  await c.opportunity({
    title: "small",
    amount: "-99999999999999.9999",
    createdAt: "1900-01-01T00:00:00Z",
  });
  await c.opportunity({ title: "half", amount: "0.0001" });
  await warehouse.load();
  expect(
    await warehouse.rows(
      `select title, estimated_amount, weighted_amount, created_at, created_date_key from fact_opportunity
       where title in ('great', 'small', 'half') order by 1`,
    ),
  ).toEqual([
    ["great", "99999999999999.9999", "50000000000000.0000", "2199-12-31T23:59:59.999Z", 22000101],
    ["half", "0.0001", "0.0001", expect.any(String), expect.any(Number)],
    // Local mean time of 1900: 8:05:43 ahead.
    ["small", "-99999999999999.9999", "-50000000000000.0000", "1900-01-01T00:00:00Z", 19000101],
  ]);
});

test("the source refuses what the warehouse could not hold", async () => {
  const c = company();
  await expect(c.opportunity({ amount: "NaN" })).rejects.toThrow(/check/);
  await expect(c.opportunity({ amount: "Infinity" })).rejects.toThrow();
  await expect(c.opportunity({ createdAt: "infinity" })).rejects.toThrow(/check/);
  await expect(c.opportunity({ createdAt: "0044-03-15 BC" })).rejects.toThrow(/check/);
  await expect(c.opportunity({ createdAt: "9999-01-01" })).rejects.toThrow(/check/);
});
