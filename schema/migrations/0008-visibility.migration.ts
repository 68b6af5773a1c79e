import { sqlMigration } from "./sql-migration.ts";

/**
 * Who is asking, as row policies read it. Policies call these as `(select f())`, so that they run
 * once a query. `crm.principal` is a user id or empty; `crm.scopes` is JSON by resource: "all", or
 * {own, departments: [ids], trees: [ids]}; a missing resource admits nothing, "*" stands for all of
 * them.
 */
export const VISIBILITY = sqlMigration(
  "0008-visibility",
  `
create function crm.me() returns uuid language sql stable parallel safe
  return nullif(current_setting('crm.principal', true), '')::uuid;

-- The mode is the id of the transaction that asked for it, so it ends with it whatever a pool does with the setting.
create function crm.commanding() returns boolean language sql stable parallel restricted
  return coalesce(current_setting('crm.command', true) = pg_current_xact_id_if_assigned()::text, false);

create function crm.scope(resource text) returns jsonb language sql stable parallel safe
  return (select coalesce(scopes -> '*', scopes -> resource)
          from (select nullif(current_setting('crm.scopes', true), '')::jsonb as scopes) as held);

create function crm.sees_all(resource text) returns boolean language sql stable parallel safe
  return coalesce(crm.scope(resource) = '"all"', false);

create function crm.sees_some(resource text) returns boolean language sql stable parallel safe
  return crm.scope(resource) is not null;

create function crm.visible_owners(resource text) returns setof uuid language sql stable parallel safe rows 100
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
comment on function crm.visible_owners is 'The users whose rows of a resource the caller may read, unless crm.sees_all.';
revoke execute on function crm.me, crm.commanding, crm.scope, crm.sees_all, crm.sees_some, crm.visible_owners from public;
grant execute on function crm.me, crm.commanding, crm.scope, crm.sees_all, crm.sees_some, crm.visible_owners to crm_app;
`,
  `
drop function crm.visible_owners;
drop function crm.sees_some;
drop function crm.sees_all;
drop function crm.scope;
drop function crm.commanding;
drop function crm.me;
`,
);
