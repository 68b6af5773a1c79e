import { createStatements, declarationsHash } from "../../warehouse/ddl.ts";
import type { Engine } from "../../warehouse/engine/engine.ts";
import { TABLES } from "../../warehouse/tables.ts";

export interface Size {
  readonly opportunities: number;
  readonly customers: number;
  readonly users: number;
}

/** The id of the n-th row of a kind, the same in every run. */
const id = (kind: number, number: string): string =>
  `('0000000${kind}-0000-7000-8000-' || lpad((${number})::varchar, 12, '0'))::uuid`;

/** 1 root, 4 regions, 4 teams in each: numbered in pre-order, so that a region is one range. */
const DEPARTMENTS = `insert into dim_department
  select low, ${id(1, "low")}, 'D' || low, name, case when parent is null then null else ${id(1, "parent")} end, low, high, depth
  from (
    select 0 as low, 20 as high, 0 as depth, null as parent, 'Company' as name
    union all select 1 + r * 5, 5 + r * 5, 1, 0, 'Region ' || (r + 1) from range(4) t(r)
    union all select 2 + r * 5 + s, 2 + r * 5 + s, 2, 1 + r * 5, 'Team ' || (r + 1) || '-' || (s + 1)
      from range(4) t(r), range(4) u(s))`;

const DATES = `insert into dim_date
  select strftime(d, '%Y%m%d')::integer, d, year(d), year(d) || '-Q' || quarter(d), strftime(d, '%Y-%m'),
    strftime(d, '%Y-%m-%d'), isoyear(d), isoyear(d) || '-W' || lpad(weekofyear(d)::varchar, 2, '0'),
    year(d), 'FY' || year(d) || '-Q' || quarter(d), 'FY' || year(d) || '-M' || lpad(month(d)::varchar, 2, '0'),
    isodow(d) < 6, false
  from (select d::date as d from range(date '2019-01-01', date '2027-01-01', interval 1 day) t(d))`;

const users = (count: number): string => `insert into dim_user
  select n, n, ${id(2, "n")}, 'user' || n, 'Person ' || n, ${id(1, "2 + (n * 16 // " + count + " // 4) * 5 + (n * 16 // " + count + ") % 4")},
    true, timestamptz '0001-01-01 00:00:00+00', timestamptz '9999-12-31 00:00:00+00', true, false
  from range(${count}) t(n)`;

const customers = (count: number): string => `insert into dim_customer
  select n, n, ${id(3, "n")}, 'KH' || n, 'Customer ' || n, region1 || ' / ' || region2, region1, region1 || ' / ' || region2, null,
    1 + n % 5, 'Industry ' || n % 12, 1 + n % 5, 1 + n % 4, 'ACTIVE', ${id(2, "n % 20")}, n % 20,
    timestamptz '0001-01-01 00:00:00+00', timestamptz '9999-12-31 00:00:00+00', true, false
  from (select n, 'Region ' || (n % 7) as region1, 'Area ' || (n % 31) as region2 from range(${count}) t(n))`;

const codes = (table: string, entries: readonly string[]): string =>
  `insert into ${table} values ${entries
    .map((code, index) => `(${index + 1}, '${code}', '${code}', '${code}', ${index})`)
    .join(", ")}`;

/** Believable enough: four years, skewed owners and customers, amounts with cents, a third still open. */
const opportunities = (size: Size): string => `insert into fact_opportunity
  select ${id(4, "n")}, 'XS' || n, 'Opportunity ' || n, case when is_won then 4 when is_lost then 5 else 3 end,
    1 + n % 8, case when is_lost then 1 + n % 6 else -2 end, owner, owner, n % ${size.users}, n % ${size.users},
    customer, customer, strftime(created, '%Y%m%d')::integer,
    case when is_won or is_lost then strftime(closed, '%Y%m%d')::integer else -2 end,
    strftime(created + interval 60 day, '%Y%m%d')::integer,
    created, case when is_won or is_lost then closed end, created + interval 2 day,
    not is_won and not is_lost, is_won, is_lost, true, not is_lost or n % 3 > 0, amount, case when is_won then amount when is_lost then 0 end,
    amount * rate / 100, rate, 'CNY', case when is_won or is_lost then days end
  from (
    select n, hash(n) % 10 < 4 as is_won, hash(n) % 10 between 4 and 6 as is_lost,
      (hash(n * 7) % ${size.users} * (hash(n * 11) % 100) // 100)::integer as owner,
      (hash(n * 13) % ${size.customers})::integer as customer,
      (100 + hash(n * 17) % 1000000)::decimal(18, 4) / 7 as amount, (hash(n * 19) % 101)::integer as rate,
      timestamptz '2020-01-01 00:00:00+00' + to_hours((hash(n * 23) % 35000)::integer) as created,
      (1 + hash(n * 29) % 120)::decimal(18, 6) as days, created + to_days((1 + hash(n * 29) % 120)::integer) as closed
    from range(${size.opportunities}) t(n))`;

/** Fills an empty warehouse with generated facts; the same rows for the same size. */
export async function generateWarehouse(engine: Engine, size: Size): Promise<void> {
  await engine.write(async (writer) => {
    for (const statement of createStatements(TABLES)) await writer.run(statement);
    await writer.transaction(async () => {
      for (const statement of [
        DATES,
        DEPARTMENTS,
        users(size.users),
        customers(size.customers),
        codes("dim_opportunity_status", ["UNASSIGNED", "ASSIGNED", "DEVELOPING", "WON", "LOST"]),
        codes("dim_opportunity_source", [
          "WEBSITE",
          "REFERRAL",
          "EXHIBITION",
          "PHONE",
          "CAMPAIGN",
          "PARTNER",
          "IMPORT",
          "OTHER",
        ]),
        codes("dim_loss_reason", [
          "PRICE",
          "COMPETITOR",
          "NO_BUDGET",
          "NO_DECISION",
          "NO_NEED",
          "TIMING",
        ]),
        opportunities(size),
      ]) {
        await writer.run(statement);
      }
      await writer.run(
        `insert into etl_watermark values ('crm', 'generated', 1, ${id(9, "1")}, now(), now(), $1)`,
        [declarationsHash(TABLES)],
      );
    });
    await writer.run("checkpoint");
  });
}
