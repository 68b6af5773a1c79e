import type { Table } from "../warehouse/define.ts";
import type { Writer } from "../warehouse/engine/engine.ts";
import {
  dimLossReason,
  dimOpportunitySource,
  dimOpportunityStatus,
} from "../warehouse/tables/dim-codes.ts";
import { dimCustomer } from "../warehouse/tables/dim-customer.ts";
import { dimDate } from "../warehouse/tables/dim-date.ts";
import { dimDepartment } from "../warehouse/tables/dim-department.ts";
import { dimProduct } from "../warehouse/tables/dim-product.ts";
import { dimUser } from "../warehouse/tables/dim-user.ts";
import { factOpportunityTransition } from "../warehouse/tables/fact-opportunity-transition.ts";
import { factOpportunity } from "../warehouse/tables/fact-opportunity.ts";
import { FOREVER, ORIGIN } from "./load/sql.ts";

/** A statement about the rows of this load; `sql` counts what breaks it. */
interface Check {
  readonly name: string;
  readonly sql: string;
}

const TOUCHED = "opportunity_id in (select id from touched_opportunity)";

/** Tables without a word about touched rows are small enough to be checked whole. */
const UNIQUE: readonly { table: Table; touched: string }[] = [
  { table: factOpportunity, touched: TOUCHED },
  { table: factOpportunityTransition, touched: TOUCHED },
  { table: dimCustomer, touched: "customer_id in (select id from member_customer)" },
  { table: dimUser, touched: "user_id in (select id from member_user)" },
  { table: dimDepartment, touched: "true" },
  { table: dimProduct, touched: "product_id in (select id from stg_crm__product)" },
  { table: dimDate, touched: "true" },
  { table: dimOpportunitySource, touched: "true" },
  { table: dimOpportunityStatus, touched: "true" },
  { table: dimLossReason, touched: "true" },
];

const uniqueness = ({ table, touched }: (typeof UNIQUE)[number]): Check => ({
  name: `${table.name} has one row a key`,
  sql: `select count(*) from (
    select 1 from ${table.name} where ${touched} group by ${table.unique.join(", ")} having count(*) > 1)`,
});

/** Where the keys of facts have to lead. */
const REFERENCES: readonly {
  fact: Table;
  columns: readonly string[];
  dimension: Table;
  key: string;
}[] = [
  {
    fact: factOpportunity,
    columns: ["owner_key", "creator_key"],
    dimension: dimUser,
    key: "user_key",
  },
  {
    fact: factOpportunityTransition,
    columns: ["owner_key", "actor_key"],
    dimension: dimUser,
    key: "user_key",
  },
  ...[factOpportunity, factOpportunityTransition].flatMap((fact) => [
    { fact, columns: ["customer_key"], dimension: dimCustomer, key: "customer_key" },
    {
      fact,
      columns: ["source_key"],
      dimension: dimOpportunitySource,
      key: "opportunity_source_key",
    },
  ]),
  {
    fact: factOpportunity,
    columns: ["status_key"],
    dimension: dimOpportunityStatus,
    key: "opportunity_status_key",
  },
  {
    fact: factOpportunityTransition,
    columns: ["from_status_key", "to_status_key"],
    dimension: dimOpportunityStatus,
    key: "opportunity_status_key",
  },
  {
    fact: factOpportunity,
    columns: ["loss_reason_key"],
    dimension: dimLossReason,
    key: "loss_reason_key",
  },
  {
    fact: factOpportunity,
    columns: ["created_date_key", "closed_date_key", "expected_close_date_key"],
    dimension: dimDate,
    key: "date_key",
  },
  {
    fact: factOpportunityTransition,
    columns: ["occurred_date_key"],
    dimension: dimDate,
    key: "date_key",
  },
];

const references = REFERENCES.flatMap(({ fact, columns, dimension, key }) =>
  columns.map((column): Check => ({
    name: `${fact.name}.${column} leads to ${dimension.name}`,
    sql: `select count(*) from (select distinct ${column} as key from ${fact.name} where ${TOUCHED}) f
        anti join ${dimension.name} d on d.${key} = f.key`,
  })),
);

/** Versions follow one another from the beginning of time for ever, without gap or overlap. */
const versions = (table: Table, name: "user" | "customer"): Check => ({
  name: `${table.name} has one valid version at any time`,
  sql: `select count(*) from (
    select valid_from, valid_to, is_current,
      coalesce(lag(valid_to) over member, ${ORIGIN}) as previous_end,
      lead(valid_from) over member is null as is_last
    from ${table.name} where ${name}_id in (select id from member_${name})
    window member as (partition by ${name}_durable_key order by valid_from))
    where valid_from <> previous_end or is_current <> is_last or (is_last and valid_to <> ${FOREVER})`,
});

/** What was staged is there, what was deleted is gone. */
const arrived = (fact: Table, stage: string): Check => ({
  name: `${fact.name} holds what ${stage} brought`,
  sql: `select count(*) from ${stage} s anti join ${fact.name} f on f.${fact.unique[0]} = s.id`,
});

const CHECKS: readonly Check[] = [
  ...UNIQUE.map(uniqueness),
  ...references,
  versions(dimUser, "user"),
  versions(dimCustomer, "customer"),
  arrived(factOpportunity, "stg_crm__opportunity"),
  arrived(factOpportunityTransition, "stg_crm__opportunity_transition"),
];

/** A load that must not be published; the message names every check that failed. */
export class CheckError extends Error {
  override readonly name = "CheckError";
}

/** Asserts the rows that this load has written, before they are committed. */
export async function checkLoad(writer: Writer): Promise<number> {
  const failures = CHECKS.map(({ name, sql }) => `select '${name}' as name, (${sql}) as offending`);
  const rows = await writer.rows(
    `select name, offending from (${failures.join(" union all ")}) where offending > 0`,
  );
  if (rows.length === 0) return CHECKS.length;
  const told = rows.map((row) => `${String(row["name"])}: ${String(row["offending"])} rows`);
  throw new CheckError(`The load breaks its checks and is not published: ${told.join("; ")}`);
}
