import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../support/database.ts";
import { customerId, foundCompany, opportunityId } from "./support/company.ts";

const db = ownDatabase();
beforeAll(() => foundCompany(db));

const opportunity = (column: string, value: string) =>
  db.sql("crm_owner", `update crm.opportunity set ${column} = $2 where id = $1`, [
    opportunityId(1),
    value,
  ]);
const customer = (column: string, value: unknown) =>
  db.sql("crm_owner", `update crm.customer set ${column} = $2 where id = $1`, [
    customerId(1),
    value,
  ]);

test.each(["infinity", "-infinity", "1899-12-31 23:59:59.999Z", "2200-01-01Z", "0044-03-15 BC"])(
  "an instant of %s, which the warehouse could not load, is refused",
  async (value) => {
    await expect(opportunity("created_at", value)).rejects.toMatchObject({
      constraint: "opportunity_created_at_check",
    });
  },
);

test.each(["infinity", "1899-12-31", "2200-01-01"])("a day of %s is refused", async (value) => {
  await expect(opportunity("expected_close_on", value)).rejects.toMatchObject({
    constraint: "opportunity_expected_close_on_check",
  });
});

test("the first and the last instant and the largest amount are stored", async () => {
  await opportunity("created_at", "1900-01-01 00:00:00Z");
  await opportunity("created_at", "2199-12-31 23:59:59.999Z");
  await opportunity("estimated_amount", "-99999999999999.9999");
  await opportunity("estimated_amount", "99999999999999.9999");
});

test.each(["NaN", "100000000000000", "-100000000000000"])(
  "an amount of %s is refused",
  async (value) => {
    await expect(opportunity("estimated_amount", value)).rejects.toMatchObject({
      constraint: "opportunity_estimated_amount_check",
    });
  },
);

test.each(["cny", "RMBX", "", "元元元"])("%j is no currency", async (value) => {
  await expect(opportunity("currency", value)).rejects.toThrow(/currency_check|too long/);
});

test("text with NUL or beyond its length is refused", async () => {
  await expect(customer("name", "a\0b")).rejects.toThrow(/0x00/);
  await expect(customer("name", "名".repeat(201))).rejects.toThrow(/too long/);
  await customer("name", "名".repeat(200));
  await expect(customer("name", "   ")).rejects.toMatchObject({
    constraint: "customer_name_check",
  });
  await expect(customer("custom_fields", '{"a": "\\u0000"}')).rejects.toThrow(/Unicode/);
});

test("levels are one to five and rates are percentages", async () => {
  await expect(customer("tier", 6)).rejects.toMatchObject({ constraint: "customer_tier_check" });
  await expect(customer("credit", 0)).rejects.toMatchObject({
    constraint: "customer_credit_check",
  });
  await expect(opportunity("success_rate", "101")).rejects.toMatchObject({
    constraint: "opportunity_success_rate_check",
  });
});

test("a status fits its facts", async () => {
  await expect(opportunity("status", "WON")).rejects.toMatchObject({
    constraint: "opportunity_closed_check",
  });
  await expect(opportunity("status", "UNASSIGNED")).rejects.toMatchObject({
    constraint: "opportunity_unassigned_check",
  });
  await expect(opportunity("status", "GONE")).rejects.toMatchObject({
    constraint: "opportunity_status_check",
  });
});

test("customer names are unique by key, but not against deleted ones", async () => {
  await customer("name", "Acme Ltd");
  const copy = `insert into crm.customer (number, name, account_manager_id)
    select 'KH-copy', 'ACME, Inc.', account_manager_id from crm.customer where id = $1`;
  await expect(db.sql("crm_owner", copy, [customerId(1)])).rejects.toMatchObject({
    constraint: "customer_name_key_unique",
  });
  await customer("status", "DELETED");
  await db.sql("crm_owner", copy, [customerId(1)]);
  await expect(customer("status", "ACTIVE")).rejects.toMatchObject({
    constraint: "customer_name_key_unique",
  });
});

test("logins are unique whatever their case", async () => {
  await expect(
    db.sql("crm_owner", "update crm.app_user set login = 'USER2' where login = 'user1'"),
  ).rejects.toMatchObject({ constraint: "app_user_login_unique" });
});
