import { sqlMigration } from "./sql-migration.ts";

/** Tables that the warehouse extracts by the transaction that wrote a row. */
const STAMPED = [
  "department",
  "app_user",
  "dictionary_entry",
  "product",
  "customer",
  "contact",
  "opportunity",
  "opportunity_product",
  "opportunity_transition",
  "opportunity_revision",
  "plan_item",
  "deal",
];
const HISTORIES = [
  "department_history",
  "user_history",
  "product_history",
  "customer_history",
  "tombstone",
];
const APPEND_ONLY = [...HISTORIES, "opportunity_transition", "opportunity_revision", "audit_entry"];

const each = (tables: readonly string[], statement: (table: string) => string): string =>
  tables.map(statement).join("\n");

/**
 * What happens to every row by itself: the number of the writing transaction on each write, a
 * tombstone on each delete, and no change at all where rows are only ever added.
 */
export const CHANGE_TRACKING = sqlMigration(
  "0003-change-tracking",
  `
-- Touches the row only, so it needs no rights of its own.
create function crm.stamp_xid8() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.xid8 := pg_current_xact_id();
  return new;
end $$;

create function crm.leave_tombstone() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into crm.tombstone (table_name, row_id) values (tg_table_name, old.id);
  return null;
end $$;

-- Rows of an opportunity go with it (deleting one leaves tombstones); nothing else ever goes or changes.
create function crm.refuse_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' and tg_table_name in ('opportunity_transition', 'opportunity_revision') then
    if not exists (select from crm.opportunity o where o.id = old.opportunity_id) then
      return old;
    end if;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

${each([...STAMPED, ...HISTORIES], (table) => `create trigger stamp before insert or update on crm.${table} for each row execute function crm.stamp_xid8();`)}
${each(STAMPED, (table) => `create trigger tombstone after delete on crm.${table} for each row execute function crm.leave_tombstone();`)}
${each(APPEND_ONLY, (table) => `create trigger append_only before update or delete on crm.${table} for each row execute function crm.refuse_change();`)}
revoke execute on function crm.stamp_xid8, crm.leave_tombstone, crm.refuse_change from public;
`,
  `
${each(APPEND_ONLY, (table) => `drop trigger append_only on crm.${table};`)}
${each(STAMPED, (table) => `drop trigger tombstone on crm.${table};`)}
${each([...STAMPED, ...HISTORIES], (table) => `drop trigger stamp on crm.${table};`)}
drop function crm.refuse_change;
drop function crm.leave_tombstone;
drop function crm.stamp_xid8;
`,
);
