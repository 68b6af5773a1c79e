import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  importing,
  mappingFile,
  SALES_IMPORTS,
  testData,
  type Imported,
} from "../../support/importing.ts";

const folder = testData();

/** Every table that an import can write. */
const TABLES = [
  "department",
  "app_user",
  "product",
  "customer",
  "opportunity",
  "opportunity_product",
  "opportunity_transition",
  "opportunity_revision",
  "deal",
  "dictionary_entry",
  "customer_history",
];

describe.skipIf(!folder)("the data set CRM Sales Opportunities (CRM_TEST_DATA)", () => {
  const db = importing();
  const reports: Record<string, Imported> = {};
  let dry: Imported | undefined;
  let afterDryRun: Record<string, unknown> = {};

  const importAll = async (): Promise<Record<string, Imported>> => {
    const all: Record<string, Imported> = {};
    for (const [file, mapping] of SALES_IMPORTS) {
      const from = path.join(folder ?? "", "crm-sales-opportunities", file);
      if (mapping === "opportunities" && !dry) {
        dry = await db.importFile(from, mappingFile(mapping), { dryRun: true });
        afterDryRun = await one(`select
          (select count(*)::int from crm.opportunity) as opportunities,
          (select count(*)::int from crm.number_counter where prefix = 'XS') as numbers`);
      }
      all[mapping] = await db.importFile(from, mappingFile(mapping));
    }
    return all;
  };
  const one = async (text: string): Promise<Record<string, unknown>> =>
    (await db.sql("crm_owner", text))[0] ?? {};
  const lastWrites = (): Promise<Record<string, unknown>> =>
    one(`select ${TABLES.map((t) => `(select max(xid8)::text from crm.${t}) as ${t}`).join(", ")},
      (select count(*) from crm.user_role) as roles,
      (select count(*) from crm.opportunity_external_key) as keys,
      (select count(*) from crm.audit_entry where record_id is not null) as audited`);

  beforeAll(async () => {
    Object.assign(reports, await importAll());
  }, 120_000);

  test("every row of every file arrives, and none is dropped silently", () => {
    const counts = Object.entries(reports).map(([name, { read, created, unchanged, rejected }]) => [
      name,
      { read, created, unchanged, rejected },
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      departments: { read: 35, created: 3, unchanged: 32, rejected: 0 },
      supervisors: { read: 35, created: 6, unchanged: 29, rejected: 0 },
      agents: { read: 35, created: 35, unchanged: 0, rejected: 0 },
      products: { read: 7, created: 7, unchanged: 0, rejected: 0 },
      customers: { read: 85, created: 85, unchanged: 0, rejected: 0 },
      opportunities: { read: 8800, created: 8800, unchanged: 0, rejected: 0 },
    });
    expect(reports["customers"]?.unusedColumns).toEqual(["year_established"]);
  });

  test("the headline figures are those of the data set", async () => {
    expect(
      await one(`select count(*) filter (where status = 'WON')::int as won,
          count(*) filter (where status = 'LOST')::int as lost,
          count(*) filter (where status = 'DEVELOPING')::int as developing,
          count(*) filter (where status = 'ASSIGNED')::int as assigned,
          sum(closed_amount) filter (where status = 'WON')::text as amount,
          count(*) filter (where customer_id is null and customer_name = 'Unknown')::int as prospects,
          round(avg(extract(epoch from closed_at - first_developed_at) / 86400)
            filter (where status = 'WON'), 2)::text as days_to_win,
          round(avg(extract(epoch from closed_at - first_developed_at) / 86400)
            filter (where status = 'LOST'), 2)::text as days_to_lose
        from crm.opportunity`),
    ).toEqual({
      won: 4238,
      lost: 2473,
      developing: 1589,
      assigned: 500,
      amount: "10005534.0000",
      prospects: 1425,
      days_to_win: "51.78",
      days_to_lose: "41.48",
    });
  });

  test("known faults of the data are mended by the mapping", async () => {
    expect(
      await one(`select
        (select count(*)::int from crm.opportunity_product l join crm.product p on p.id = l.product_id
          where p.name = 'GTX Pro') as gtx_pro,
        (select count(*)::int from crm.customer where industry = 'technolgy') as misspelt,
        (select region from crm.customer where name = 'Bioholding') as region,
        (select p.name from crm.customer c join crm.customer p on p.id = c.parent_customer_id
          where c.name = 'Cheers') as parent`),
    ).toEqual({ gtx_pro: 1480, misspelt: 0, region: "Philippines", parent: "Massive Dynamic" });
  });

  test("transitions stand at the dates of the file, one after the other, up to the present status", async () => {
    expect(
      await one(`select count(*)::int as moves,
          count(*) filter (where t.to_status = 'WON' and t.direction = 'CLOSE' and t.at = o.closed_at
            and t.amount = o.closed_amount)::int as won,
          count(*) filter (where t.to_status = 'DEVELOPING' and t.at = o.first_developed_at)::int as developing,
          count(*) filter (where t.seq = 1 and t.from_status is null and t.at = o.created_at)::int as begun,
          count(*) filter (where t.at < o.created_at)::int as early
        from crm.opportunity_transition t join crm.opportunity o on o.id = t.opportunity_id`),
    ).toEqual({
      // created and assigned each; developing all but 500; closed 6711
      moves: 2 * 8800 + 8300 + 6711,
      won: 4238,
      developing: 8300,
      begun: 8800,
      early: 0,
    });
    const [broken] = await db.sql(
      "crm_owner",
      `select from (select from_status, lag(to_status) over (partition by opportunity_id order by seq) as before
        from crm.opportunity_transition) as t where from_status is distinct from before`,
    );
    expect(broken).toBeUndefined();
  });

  test("a won opportunity keeps its deal, and 2016-10-20 is that day in the company's zone", async () => {
    expect(
      await one(`select count(*)::int as deals, sum(amount)::text as amount from crm.deal`),
    ).toEqual({ deals: 4238, amount: "10005534.0000" });
    expect(
      await one(`select to_char(min(created_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
        as first from crm.opportunity`),
    ).toEqual({ first: "2016-10-20 00:00" });
  });

  test("two supervisors and the agents of a region share its department", async () => {
    const rows = await db.sql(
      "crm_owner",
      `select d.code, r.code as role, count(*)::int as people from crm.app_user u
        join crm.department d on d.id = u.department_id
        join crm.user_role h on h.user_id = u.id join crm.role r on r.id = h.role_id
        where d.parent_id is not null group by 1, 2 order by 1, 2`,
    );
    expect(rows.map(({ code, role, people }) => `${code} ${role} ${people}`)).toEqual([
      "CENTRAL ACCOUNT_MANAGER 11",
      "CENTRAL SALES_SUPERVISOR 2",
      "EAST ACCOUNT_MANAGER 12",
      "EAST SALES_SUPERVISOR 2",
      "WEST ACCOUNT_MANAGER 12",
      "WEST SALES_SUPERVISOR 2",
    ]);
  });

  test("importing everything a second time changes nothing", async () => {
    const before = await lastWrites();
    const again = await importAll();
    for (const { read, unchanged } of Object.values(again)) expect(unchanged).toBe(read);
    expect(await lastWrites()).toEqual(before);
  }, 60_000);

  test("a dry run before that counted the same, wrote nothing and drew no number", () => {
    expect(dry).toMatchObject({ read: 8800, created: 8800, rejected: 0, applied: false });
    expect(afterDryRun).toEqual({ opportunities: 0, numbers: 0 });
  });
});
