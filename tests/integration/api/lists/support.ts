import type { SalesCompany } from "../../../support/sales-company.ts";

/** Texts that lists stumble over: both languages, widths, wildcards, quotes, ties and near ties. */
const NAMES = [
  "上海电气",
  "上海电气集团",
  "中国石油",
  "Acme",
  "acme Works",
  "Ärzte GmbH",
  "100% Cotton",
  "a_b",
  "O'Neill \\ Sons",
  "ＦＵＬＬ width",
  "Zürich",
  "深圳",
];

export interface Planted {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly region: string | null;
  readonly tier: number;
  readonly industry: string | null;
  readonly satisfaction: number | null;
  readonly employeeCount: number | null;
  readonly registeredCapital: string | null;
  readonly status: string;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly accountManagerId: string;
}

/** Customers of ann, bob and wes with gaps and ties in every column; answers them as the database has them. */
export async function plantCustomers(company: SalesCompany, count: number): Promise<Planted[]> {
  const managers = (["ann", "bob", "wes"] as const).map((login) => company.idOf(login));
  await company.rows(
    `insert into crm.customer (number, name, region, tier, industry, account_manager_id, satisfaction,
       employee_count, registered_capital, status, tags, created_at)
     select 'N' || lpad((i * 7919 % 1000)::text, 3, '0'), ($2::text[])[1 + i % cardinality($2::text[])] || ' ' || i,
       (array[null, 'China / East', 'China / West'])[1 + i % 3], 1 + i % 3,
       (array['Oil', null, '石油', 'oil'])[1 + i % 4], ($3::uuid[])[1 + i % 3],
       nullif(i % 4, 0), nullif(i % 7, 0) * 100, nullif(i % 5, 0) * 10.5,
       (array['ACTIVE', 'ACTIVE', 'LOST'])[1 + i % 3],
       (array['{}', '{vip}', '{vip,老客户}'])[1 + i % 3]::text[],
       '2026-01-01T00:00:00Z'::timestamptz + (i % 6) * interval '1 hour 0.001 second'
     from generate_series(1, $1::int) as i`,
    [count, NAMES, managers],
  );
  for (const id of managers) {
    await company.rows(
      `insert into crm.contact (customer_id, name, is_primary)
       select c.id, 'Contact ' || n, n = 2 from crm.customer c, generate_series(1, 3) n where account_manager_id = $1`,
      [id],
    );
  }
  return company.rows(
    `select id, number, name, region, tier, industry, satisfaction, employee_count as "employeeCount",
       registered_capital::text as "registeredCapital", status, tags, account_manager_id as "accountManagerId",
       to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"
     from crm.customer order by id`,
  );
}

export interface Page {
  readonly customers: {
    readonly totalCount?: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
}

export const PAGE = `query ($first: Int!, $after: String, $filter: CustomerFilter, $orderBy: [CustomerOrder!]) {
  customers(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    pageInfo { hasNextPage endCursor } edges { node { id } } } }`;

export const COUNTED = PAGE.replace("pageInfo", "totalCount pageInfo");
