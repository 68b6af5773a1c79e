import { sqlMigration } from "./sql-migration.ts";

const TABLES = [
  "app_user",
  "audit_entry",
  "contact",
  "contact_external_key",
  "customer",
  "customer_external_key",
  "customer_history",
  "deal",
  "department",
  "department_history",
  "dictionary_entry",
  "etl_run",
  "idempotency_key",
  "number_counter",
  "opportunity",
  "opportunity_external_key",
  "opportunity_product",
  "opportunity_revision",
  "opportunity_transition",
  "plan_item",
  "product",
  "product_history",
  "restore_epoch",
  "role",
  "role_grant",
  "setting",
  "sign_in_throttle",
  "tombstone",
  "user_credential",
  "user_history",
  "user_role",
  "user_session",
];

/** Sign-in is the application's alone. */
const SECRET = ["user_credential", "user_session", "sign_in_throttle"];

/**
 * Rights say which verbs exist at all, policies say which rows. FORCE binds the owner too, so it
 * gets a policy of its own: without it SECURITY DEFINER triggers are refused and migrations
 * silently change nothing.
 */
const closed = TABLES.map(
  (table) => `
alter table crm.${table} enable row level security;
alter table crm.${table} force row level security;
create policy owner_all on crm.${table} to crm_owner using (true) with check (true);
`,
).join("");

const readByEtl = TABLES.filter((table) => !SECRET.includes(table))
  .map(
    (table) => `
create policy etl_read on crm.${table} for select to crm_etl using (true);
grant select on crm.${table} to crm_etl;`,
  )
  .join("");

const opened = TABLES.map(
  (table) => `
revoke all on crm.${table} from crm_app, crm_etl;
alter table crm.${table} no force row level security;
alter table crm.${table} disable row level security;`,
).join("");

/** The rights of crm_app as `access/row-policies.ts` declared them when this was written. */
export const ROW_POLICIES = sqlMigration(
  "0009-row-policies",
  `
${closed}

${readByEtl}
grant insert, update on crm.etl_run to crm_etl;
create policy etl_insert on crm.etl_run for insert to crm_etl with check (true);
create policy etl_update on crm.etl_run for update to crm_etl using (true);

grant select, insert, update, delete on crm.department to crm_app;
create policy app_select on crm.department for select to crm_app using (true);
create policy app_insert on crm.department for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.department for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.department for delete to crm_app using ((select crm.commanding()));

grant select, insert, update on crm.app_user to crm_app;
create policy app_select on crm.app_user for select to crm_app using (true);
create policy app_insert on crm.app_user for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.app_user for update to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.dictionary_entry to crm_app;
create policy app_select on crm.dictionary_entry for select to crm_app using (true);
create policy app_insert on crm.dictionary_entry for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.dictionary_entry for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.dictionary_entry for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.user_credential to crm_app;
create policy app_select on crm.user_credential for select to crm_app using ((select crm.commanding()));
create policy app_insert on crm.user_credential for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.user_credential for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.user_credential for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.user_session to crm_app;
create policy app_select on crm.user_session for select to crm_app using ((select crm.commanding()) or user_id = (select crm.me()) or (select crm.sees_all('*')));
create policy app_insert on crm.user_session for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.user_session for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.user_session for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.sign_in_throttle to crm_app;
create policy app_select on crm.sign_in_throttle for select to crm_app using ((select crm.commanding()) or (select crm.sees_all('*')));
create policy app_insert on crm.sign_in_throttle for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.sign_in_throttle for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.sign_in_throttle for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.idempotency_key to crm_app;
create policy app_select on crm.idempotency_key for select to crm_app using ((select crm.commanding()) or (select crm.sees_all('*')));
create policy app_insert on crm.idempotency_key for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.idempotency_key for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.idempotency_key for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.role to crm_app;
create policy app_select on crm.role for select to crm_app using ((select crm.commanding()) or (select crm.sees_some('role')));
create policy app_insert on crm.role for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.role for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.role for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.user_role to crm_app;
create policy app_select on crm.user_role for select to crm_app using ((select crm.commanding()) or (select crm.sees_some('role')));
create policy app_insert on crm.user_role for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.user_role for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.user_role for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.role_grant to crm_app;
create policy app_select on crm.role_grant for select to crm_app using ((select crm.commanding()) or (select crm.sees_some('role')));
create policy app_insert on crm.role_grant for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.role_grant for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.role_grant for delete to crm_app using ((select crm.commanding()));

grant select, insert, update on crm.product to crm_app;
create policy app_select on crm.product for select to crm_app using ((select crm.commanding()) or (select crm.sees_some('product')));
create policy app_insert on crm.product for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.product for update to crm_app using ((select crm.commanding()));

grant select, insert, update on crm.customer to crm_app;
create policy app_select on crm.customer for select to crm_app using ((select crm.commanding()) or (select crm.sees_all('customer')) or account_manager_id = any (array(select crm.visible_owners('customer'))));
create policy app_insert on crm.customer for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.customer for update to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.customer_external_key to crm_app;
create policy app_select on crm.customer_external_key for select to crm_app using ((select crm.commanding()) or exists (select from crm.customer whole where whole.id = customer_external_key.customer_id));
create policy app_insert on crm.customer_external_key for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.customer_external_key for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.customer_external_key for delete to crm_app using ((select crm.commanding()));

grant select on crm.customer_history to crm_app;
create policy app_select on crm.customer_history for select to crm_app using ((select crm.commanding()) or exists (select from crm.customer whole where whole.id = customer_history.id));

grant select, insert, update, delete on crm.contact to crm_app;
create policy app_select on crm.contact for select to crm_app using ((select crm.commanding()) or exists (select from crm.customer whole where whole.id = contact.customer_id and ((select crm.sees_all('contact')) or whole.account_manager_id = any (array(select crm.visible_owners('contact'))))));
create policy app_insert on crm.contact for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.contact for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.contact for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.contact_external_key to crm_app;
create policy app_select on crm.contact_external_key for select to crm_app using ((select crm.commanding()) or exists (select from crm.contact whole where whole.id = contact_external_key.contact_id));
create policy app_insert on crm.contact_external_key for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.contact_external_key for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.contact_external_key for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.opportunity to crm_app;
create policy app_select on crm.opportunity for select to crm_app using ((select crm.commanding()) or (select crm.sees_all('opportunity')) or owner_id = any (array(select crm.visible_owners('opportunity'))));
create policy app_insert on crm.opportunity for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.opportunity for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.opportunity for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.opportunity_external_key to crm_app;
create policy app_select on crm.opportunity_external_key for select to crm_app using ((select crm.commanding()) or exists (select from crm.opportunity whole where whole.id = opportunity_external_key.opportunity_id));
create policy app_insert on crm.opportunity_external_key for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.opportunity_external_key for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.opportunity_external_key for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.opportunity_product to crm_app;
create policy app_select on crm.opportunity_product for select to crm_app using ((select crm.commanding()) or exists (select from crm.opportunity whole where whole.id = opportunity_product.opportunity_id));
create policy app_insert on crm.opportunity_product for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.opportunity_product for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.opportunity_product for delete to crm_app using ((select crm.commanding()));

grant select, insert on crm.opportunity_transition to crm_app;
create policy app_select on crm.opportunity_transition for select to crm_app using ((select crm.commanding()) or exists (select from crm.opportunity whole where whole.id = opportunity_transition.opportunity_id));
create policy app_insert on crm.opportunity_transition for insert to crm_app with check ((select crm.commanding()));

grant select, insert on crm.opportunity_revision to crm_app;
create policy app_select on crm.opportunity_revision for select to crm_app using ((select crm.commanding()) or exists (select from crm.opportunity whole where whole.id = opportunity_revision.opportunity_id));
create policy app_insert on crm.opportunity_revision for insert to crm_app with check ((select crm.commanding()));

grant select, insert, update, delete on crm.plan_item to crm_app;
create policy app_select on crm.plan_item for select to crm_app using ((select crm.commanding()) or exists (select from crm.opportunity whole where whole.id = plan_item.opportunity_id));
create policy app_insert on crm.plan_item for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.plan_item for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.plan_item for delete to crm_app using ((select crm.commanding()));

grant select, insert, update, delete on crm.deal to crm_app;
create policy app_select on crm.deal for select to crm_app using ((select crm.commanding()) or exists (select from crm.opportunity whole where whole.id = deal.opportunity_id));
create policy app_insert on crm.deal for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.deal for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.deal for delete to crm_app using ((select crm.commanding()));

grant select, insert on crm.audit_entry to crm_app;
create policy app_select on crm.audit_entry for select to crm_app using ((select crm.commanding()) or (select crm.sees_some('audit')));
create policy app_insert on crm.audit_entry for insert to crm_app with check ((select crm.commanding()));

grant select on crm.etl_run to crm_app;
create policy app_select on crm.etl_run for select to crm_app using ((select crm.commanding()) or (select crm.sees_some('etl')));

grant select, insert, update, delete on crm.setting to crm_app;
create policy app_select on crm.setting for select to crm_app using ((select crm.commanding()) or (select crm.sees_some('settings')));
create policy app_insert on crm.setting for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.setting for update to crm_app using ((select crm.commanding()));
create policy app_delete on crm.setting for delete to crm_app using ((select crm.commanding()));
`,
  `
do $$
declare
  held record;
begin
  for held in select tablename, policyname from pg_policies where schemaname = 'crm' loop
    execute format('drop policy %I on crm.%I', held.policyname, held.tablename);
  end loop;
end $$;
${opened}
`,
);
