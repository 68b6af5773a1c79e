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

/**
 * The rows that a load may have broken, read once for all checks. After a first load these are all.
 * Tables that are not named here are small enough to be checked whole.
 */
const TOUCHED: readonly { table: Table; where: string }[] = [
  { table: factOpportunity, where: "opportunity_id in (select id from touched_opportunity)" },
  {
    table: factOpportunityTransition,
    where: "opportunity_id in (select id from touched_opportunity)",
  },
  { table: dimCustomer, where: "customer_id in (select id from member_customer)" },
  { table: dimUser, where: "user_id in (select id from member_user)" },
  { table: dimProduct, where: "product_id in (select id from stg_crm__product)" },
];

/** Name under which the checks read a table. */
const checked = ({ name }: Table): string => `checked_${name}`;

const UNIQUE: readonly Table[] = [
  ...TOUCHED.map(({ table }) => table),
  dimDepartment,
  dimDate,
  dimOpportunitySource,
  dimOpportunityStatus,
  dimLossReason,
];

const uniqueness = (table: Table): Check => ({
  name: `${table.name} has one row a key`,
  sql: `select count(*) from (
    select 1 from ${checked(table)} group by ${table.unique.join(", ")} having count(*) > 1)`,
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
    sql: `select count(*) from (select distinct ${column} as key from ${checked(fact)}) f
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
    from ${checked(table)} where ${name}_id is not null
    window member as (partition by ${name}_durable_key order by valid_from))
    where valid_from <> previous_end or is_current <> is_last or (is_last and valid_to <> ${FOREVER})`,
});

/** What was staged is there, what was deleted is gone. */
const arrived = (fact: Table, stage: string): Check => ({
  name: `${fact.name} holds what ${stage} brought`,
  sql: `select count(*) from ${stage} s anti join ${checked(fact)} f on f.${fact.unique[0]} = s.id`,
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

/** Asserts the rows that this load has written, before they are committed; answers the number of checks. */
export async function checkLoad(writer: Writer, first: boolean): Promise<number> {
  for (const table of UNIQUE) {
    const where = TOUCHED.find((touched) => touched.table === table)?.where;
    const everything = first || where === undefined;
    await writer.run(
      everything
        ? `create or replace temp view ${checked(table)} as from ${table.name}`
        : `create or replace temp table ${checked(table)} as from ${table.name} where ${where}`,
    );
  }
  const failures = CHECKS.map(({ name, sql }) => `select '${name}' as name, (${sql}) as offending`);
  const rows = await writer.rows(
    `select name, offending from (${failures.join(" union all ")}) where offending > 0`,
  );
  if (rows.length === 0) return CHECKS.length;
  const told = rows.map((row) => `${String(row["name"])}: ${String(row["offending"])} rows`);
  throw new CheckError(`The load breaks its checks and is not published: ${told.join("; ")}`);
}
