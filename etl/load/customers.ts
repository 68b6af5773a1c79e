import { dimCustomer } from "../../warehouse/tables/dim-customer.ts";
import type { LoadStep } from "./load-step.ts";
import { loadVersions, type Type2 } from "./type-2.ts";

const pieces = "string_split(h.region, ' / ')";
const prefix = (depth: number): string =>
  `case when len(${pieces}) >= ${depth} then array_to_string(${pieces}[1:${depth}], ' / ') end`;

const customers: Type2 = {
  name: "customer",
  table: dimCustomer,
  stage: "stg_crm__customer_history",
  attributes: {
    number: "h.number",
    name: "h.name",
    region: "h.region",
    region1: prefix(1),
    region2: prefix(2),
    // Deeper paths keep their tail in the last level.
    region3: `case when len(${pieces}) >= 3 then h.region end`,
    tier: "h.tier",
    industry: "h.industry",
    credit: "h.credit",
    satisfaction: "h.satisfaction",
    status: "h.status",
    account_manager_id: "h.account_manager_id",
    account_manager_durable_key: "coalesce(a.user_durable_key, -1)",
  },
  joins: `left join dim_user a on a.user_id = h.account_manager_id and a.is_current`,
  references: `select customer_id as id from stg_crm__opportunity
    union all select result_customer_id from stg_crm__opportunity`,
  // uuidv7: the order in which the customers were created.
  numbering: "n.id",
};

export const loadCustomers: LoadStep = {
  name: "customers",
  run: ({ writer }) => loadVersions(writer, customers),
};
