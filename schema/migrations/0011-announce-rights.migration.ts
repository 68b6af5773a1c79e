import { sqlMigration } from "./sql-migration.ts";

/**
 * Every API process remembers for a moment who may do what. The database itself tells them when that is out of
 * date, so that no way of changing it (command, import, SQL by hand) can forget to. Equal notices of one
 * transaction are sent once, when it commits.
 */
export const ANNOUNCE_RIGHTS = sqlMigration(
  "0011-announce-rights",
  `
create function crm.announce_rights() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('crm_rights', '');
  return null;
end $$;
revoke execute on function crm.announce_rights from public;

create trigger announce_rights after insert or update or delete on crm.role_grant
  for each statement execute function crm.announce_rights();
create trigger announce_rights after insert or update or delete on crm.user_role
  for each statement execute function crm.announce_rights();
create trigger announce_rights after update of code on crm.role
  for each statement execute function crm.announce_rights();
create trigger announce_rights after update of parent_id on crm.department
  for each statement execute function crm.announce_rights();
create trigger announce_rights after update of active, department_id on crm.app_user
  for each row when (old.active <> new.active or old.department_id <> new.department_id)
  execute function crm.announce_rights();
-- A refreshed token changes no right: only the end of a session does.
create trigger announce_rights after update of revoked_at on crm.user_session
  for each row when (old.revoked_at is distinct from new.revoked_at)
  execute function crm.announce_rights();
`,
  `
drop trigger announce_rights on crm.user_session;
drop trigger announce_rights on crm.app_user;
drop trigger announce_rights on crm.department;
drop trigger announce_rights on crm.role;
drop trigger announce_rights on crm.user_role;
drop trigger announce_rights on crm.role_grant;
drop function crm.announce_rights;
`,
);
