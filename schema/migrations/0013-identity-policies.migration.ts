import { sqlMigration } from "./sql-migration.ts";

/** Secrets like these are the application's alone: the warehouse does not read them. */
const TABLES = [
  "api_key",
  "user_second_factor",
  "recovery_code",
  "password_reset",
  "user_identity",
];

const closed = TABLES.map(
  (table) => `
alter table crm.${table} enable row level security;
alter table crm.${table} force row level security;
create policy owner_all on crm.${table} to crm_owner using (true) with check (true);
`,
).join("");

const opened = TABLES.map(
  (table) => `
revoke all on crm.${table} from crm_app;
alter table crm.${table} no force row level security;
alter table crm.${table} disable row level security;`,
).join("");

/**
 * Who reads and writes the tables of identity; and the administrators of an installation that is older
 * than API keys are given them.
 */
export const IDENTITY_POLICIES = sqlMigration(
  "0013-identity-policies",
  `
${closed}
grant select, insert, update, delete on crm.user_second_factor to crm_app;
create policy app_select on crm.user_second_factor for select to crm_app using ((select crm.commanding()));
create policy app_insert on crm.user_second_factor for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.user_second_factor for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.user_second_factor for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.recovery_code to crm_app;
create policy app_select on crm.recovery_code for select to crm_app using ((select crm.commanding()));
create policy app_insert on crm.recovery_code for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.recovery_code for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.recovery_code for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.password_reset to crm_app;
create policy app_select on crm.password_reset for select to crm_app using ((select crm.commanding()));
create policy app_insert on crm.password_reset for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.password_reset for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.password_reset for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.user_identity to crm_app;
create policy app_select on crm.user_identity for select to crm_app using ((select crm.commanding()));
create policy app_insert on crm.user_identity for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.user_identity for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.user_identity for delete to crm_app using ((select crm.commanding()));

grant select, insert, update on crm.api_key to crm_app;
create policy app_select on crm.api_key for select to crm_app using ((select crm.commanding()) or (select crm.sees_some('apiKey')));
create policy app_insert on crm.api_key for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.api_key for update to crm_app using ((select crm.commanding()));

insert into crm.role_grant (role_id, resource, action, scope)
select role.id, 'apiKey', action, 'ALL'
from crm.role, unnest(array['read', 'create', 'delete']) as action
where role.code = 'SYSTEM_ADMIN' and role.built_in
on conflict do nothing;
`,
  `
delete from crm.role_grant where resource = 'apiKey';
${opened}
${TABLES.flatMap((table) =>
  ["owner_all", "app_select", "app_insert", "app_update", "app_delete"].map(
    (policy) => `drop policy if exists ${policy} on crm.${table};`,
  ),
).join("\n")}
`,
);
