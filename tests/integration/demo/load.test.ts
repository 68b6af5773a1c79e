import { expect, test } from "vitest";
import { seedDemo } from "../../../api/demo/load.ts";
import { fixedClock } from "../../../schema/kernel/clock.ts";
import { ownApi } from "../../support/api.ts";

const api = ownApi();
const password = "demo company 2026";
const seed = () =>
  seedDemo(api.database.orm, {
    config: api.config,
    clock: fixedClock("2026-03-18T09:30:00Z"),
    password,
  });

test("an empty company is filled, its people can sign in, and a second time is refused", async () => {
  const tables: string[] = [];
  const summary = await seedDemo(api.database.orm, {
    config: api.config,
    clock: fixedClock("2026-03-18T09:30:00Z"),
    password,
    onProgress: (table) => tables.push(table),
  });
  expect(summary.customers).toBe(600);
  expect(summary.opportunities).toBeGreaterThan(5900);
  expect(new Set(tables)).toContain("opportunity");

  const [counts] = await api.database.sql<Record<string, string>>(
    "crm_owner",
    `select (select count(*) from crm.customer) as customers,
       (select count(*) from crm.opportunity) as opportunities,
       (select count(*) from crm.deal) as deals,
       (select count(*) from crm.opportunity where status = 'WON') as won,
       (select count(*) from crm.opportunity o where status <>
         (select to_status from crm.opportunity_transition t where t.opportunity_id = o.id
          order by seq desc limit 1)) as astray`,
  );
  expect(counts).toMatchObject({
    customers: String(summary.customers),
    opportunities: String(summary.opportunities),
    deals: counts?.["won"],
    astray: "0",
  });

  for (const login of Object.values(summary.logins)) {
    expect(await api.signIn(login, password)).toMatch(/^ey/);
  }
  await expect(seed()).rejects.toMatchObject({ code: "CONFLICT" });
});

test("numbers drawn after the demo never meet those of the demo", async () => {
  const [drawn] = await api.database.sql<{ number: string; taken: boolean }>(
    "crm_owner",
    `select n.number, exists (select from crm.opportunity o where o.number = n.number) as taken
     from (select crm.next_number('XS', date '2026-03-18') as number) as n`,
  );
  expect(drawn).toMatchObject({ taken: false });
});
