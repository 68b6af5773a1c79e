import { withClient, type PostgresServer } from "../../schema/postgres/server.ts";

export interface Size {
  readonly users: number;
  readonly customers: number;
  readonly opportunities: number;
}

/**
 * Fills an empty migrated database with generated sales, 2.6 moves an opportunity. Triggers are off
 * (superuser), so what they would write, histories and transaction numbers, is written here.
 */
export async function generateSales(
  server: PostgresServer,
  database: string,
  { users, customers, opportunities }: Size,
): Promise<void> {
  await withClient(server, "superuser", database, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query("set synchronous_commit = off");
    await client.query(`
      insert into crm.department (code, name, parent_id, low, high)
        select 'D0', 'Company', null, 1, 41;
      insert into crm.department (code, name, parent_id, low, high)
        select 'D' || n, 'Office ' || n, (select id from crm.department where code = 'D0'), n + 1, n + 1
        from generate_series(1, 40) n;
      create temp table office as select id, row_number() over (order by low) - 1 as n from crm.department;
      insert into crm.app_user (login, display_name, department_id)
        select 'user' || n, 'User ' || n, (select id from office o where o.n = u.n % 41) from generate_series(1, ${users}) u(n);
      insert into crm.user_history (id, valid_from, login, display_name, department_id, active)
        select id, '0001-01-01 00:00:00+00', login, display_name, department_id, active from crm.app_user;
      create temp table person as select id, row_number() over (order by id) - 1 as n from crm.app_user;
      create unique index on person (n);
      insert into crm.customer (number, name, account_manager_id, region, tier, industry)
        select 'KH' || c.n, 'Customer number ' || c.n, p.id, 'Country ' || c.n % 5 || ' / Province ' || c.n % 50, 1 + c.n % 5, 'Industry ' || c.n % 20
        from generate_series(1, ${customers}) c(n) join person p on p.n = c.n % ${users};
      insert into crm.customer_history (id, valid_from, number, name, region, tier, industry, account_manager_id, satisfaction, credit, status)
        select id, '0001-01-01 00:00:00+00', number, name, region, tier, industry, account_manager_id, satisfaction, credit, status from crm.customer;
      create temp table buyer as select id, row_number() over (order by id) - 1 as n from crm.customer;
      create unique index on buyer (n);
      analyze person; analyze buyer;`);
    await client.query(`
      insert into crm.opportunity (number, title, source_id, customer_id, success_rate, description, estimated_amount, currency,
        expected_close_on, assignee_id, status, furthest_status, created_at, first_developed_at, closed_at, closed_amount, loss_reason_id, created_by_id)
      select 'XS' || g.n, 'A sale of something, number ' || g.n, s.id, b.id, g.n % 101, 'what they need', (g.n * 7919 % 10000000) / 100.0, 'CNY',
        date '2020-01-01' + (g.n * 13 % 1800)::int, p.id, k.status, k.status, k.at, k.at + interval '5 days',
        case when k.status in ('WON', 'LOST') then k.at + (g.n % 90 + 6) * interval '1 day' end,
        case k.status when 'WON' then (g.n * 7919 % 10000000) / 100.0 when 'LOST' then 0 end,
        case when k.status = 'LOST' then l.id end, p.id
      from generate_series(1::bigint, ${opportunities}) g(n)
      cross join lateral (select (array['WON', 'WON', 'LOST', 'DEVELOPING', 'ASSIGNED'])[1 + g.n % 5] as status,
        timestamptz '2019-06-01 00:00:00+00' + (g.n * 104729 % 157680000) * interval '1 second' as at) k
      join person p on p.n = g.n % ${users} join buyer b on b.n = g.n * 31 % ${customers}
      cross join (select id from crm.dictionary_entry where type = 'opportunitySource' and code = 'PHONE') s
      cross join (select id from crm.dictionary_entry where type = 'lossReason' and code = 'PRICE') l`);
    await client.query(`
      insert into crm.opportunity_transition (opportunity_id, seq, from_status, to_status, direction, at, by_user_id, by_principal, success_rate, amount, currency)
      select o.id, m.seq, m.f, m.t, m.direction, m.at, o.assignee_id, 'user:x', o.success_rate, o.estimated_amount, o.currency
      from crm.opportunity o cross join lateral (
        select 1 as seq, null as f, 'ASSIGNED' as t, 'FORWARD' as direction, o.created_at as at
        union all select 2, 'ASSIGNED', 'DEVELOPING', 'FORWARD', o.first_developed_at where o.status <> 'ASSIGNED'
        union all select 3, 'DEVELOPING', o.status, 'CLOSE', o.closed_at where o.closed_at is not null) m`);
    await client.query(
      "vacuum analyze crm.opportunity, crm.opportunity_transition, crm.customer_history",
    );
  });
}
