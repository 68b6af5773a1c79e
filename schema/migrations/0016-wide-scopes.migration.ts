import { sqlMigration } from "./sql-migration.ts";

const ANY = (resource: string): string => `= any (array(select crm.visible_owners('${resource}')))`;
const IN = (resource: string): string => `in (select crm.visible_owners('${resource}'))`;

/** The read policies of owned rows, with the test of the owner that is given. */
const policies = (owned: (resource: string) => string): string => `
alter policy app_select on crm.customer using ((select crm.commanding())
  or (select crm.sees_all('customer')) or account_manager_id ${owned("customer")});
alter policy app_select on crm.contact using ((select crm.commanding())
  or exists (select from crm.customer whole where whole.id = contact.customer_id
    and ((select crm.sees_all('contact')) or whole.account_manager_id ${owned("contact")})));
alter policy app_select on crm.opportunity using ((select crm.commanding())
  or (select crm.sees_all('opportunity')) or owner_id ${owned("opportunity")});
`;

/** In plpgsql the plans of the statements are kept for the session instead of being made for each question. */
const KEPT_PLANS = `
create or replace function crm.visible_owners(resource text) returns setof uuid
language plpgsql stable parallel safe rows 100 set search_path = pg_catalog, pg_temp as $$
declare
  held jsonb := crm.scope(resource);
begin
  if (held -> 'own')::boolean then
    return next crm.me();
  end if;
  return query select u.id from crm.app_user u where u.department_id = any(
    array(select d::uuid from jsonb_array_elements_text(held -> 'departments') as d));
  return query select u.id from crm.department above
    join crm.department below on below.low between above.low and above.high
    join crm.app_user u on u.department_id = below.id
    where above.id = any(
      array(select d::uuid from jsonb_array_elements_text(held -> 'trees') as d));
end $$;
`;

const PLANNED_EACH_TIME = `
create or replace function crm.visible_owners(resource text) returns setof uuid
language sql stable parallel safe rows 100
begin atomic
  select crm.me() where coalesce((crm.scope(resource) -> 'own')::boolean, false)
  union
  select u.id from crm.app_user u
  where u.department_id in (
    select d::uuid from jsonb_array_elements_text(crm.scope(resource) -> 'departments') as d)
  union
  select u.id from crm.app_user u
  join crm.department below on below.id = u.department_id
  join crm.department above on below.low between above.low and above.high
  where above.id in (
    select d::uuid from jsonb_array_elements_text(crm.scope(resource) -> 'trees') as d);
end;
`;

/**
 * Whether the owner of a row is among a thousand visible ones was found by looking through them row by row; a hash
 * of them, made at the first row that needs it, answers at once.
 */
export const WIDE_SCOPES = sqlMigration(
  "0016-wide-scopes",
  KEPT_PLANS + policies(IN),
  PLANNED_EACH_TIME + policies(ANY),
);
