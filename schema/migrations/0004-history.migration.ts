import { sqlMigration } from "./sql-migration.ts";

/** The tables with a history, and the columns of which it keeps the versions. */
const TRACKED = [
  {
    table: "department",
    history: "department_history",
    columns: ["code", "name", "parent_id"],
  },
  {
    table: "app_user",
    history: "user_history",
    columns: ["login", "display_name", "department_id", "active"],
  },
  {
    table: "product",
    history: "product_history",
    columns: [
      "source",
      "external_id",
      "name",
      "model",
      "category",
      "unit",
      "price",
      "currency",
      "deleted_at_source",
    ],
  },
  {
    table: "customer",
    history: "customer_history",
    columns: [
      "number",
      "name",
      "region",
      "tier",
      "industry",
      "account_manager_id",
      "satisfaction",
      "credit",
      "status",
      "parent_customer_id",
    ],
  },
];
type Tracked = (typeof TRACKED)[number];

/**
 * now() is the start of the transaction, and one that began earlier may change the row later: so
 * the clock. The row lock orders the writers, but a clock may stand still or step back: so strictly
 * after the version before. The first version holds from the beginning of time, so that any event
 * finds one.
 */
const keep = ({ table, history, columns }: Tracked): string => {
  const of = (row: string) => columns.map((column) => `${row}.${column}`).join(", ");
  return `
create function crm.keep_${history}() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  moment timestamptz := '0001-01-01 00:00:00+00';
begin
  if tg_op = 'UPDATE' then
    if (${of("new")}) is not distinct from (${of("old")}) then
      return null;
    end if;
    select greatest(clock_timestamp(), max(h.valid_from) + interval '1 microsecond') into moment
    from crm.${history} h where h.id = new.id;
  end if;
  insert into crm.${history} (id, valid_from, ${columns.join(", ")}) values (new.id, moment, ${of("new")});
  return null;
end $$;
create trigger history after insert or update on crm.${table} for each row execute function crm.keep_${history}();
revoke execute on function crm.keep_${history} from public;`;
};

const forget = ({ table, history }: Tracked): string => `
drop trigger history on crm.${table};
drop function crm.keep_${history};`;

/**
 * Versions of customers, users, departments and products, written in the transaction of the change.
 */
export const HISTORY = sqlMigration(
  "0004-history",
  TRACKED.map(keep).join("\n"),
  TRACKED.map(forget).join("\n"),
);
