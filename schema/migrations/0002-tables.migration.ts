import { sqlMigration } from "./sql-migration.ts";

/** Tables, constraints and indexes, as generated from the entities. */
export const TABLES = sqlMigration(
  "0002-tables",
  `
create table "crm"."audit_entry" ("id" uuid not null default uuidv7(), "at" timestamptz(3) not null default clock_timestamp(), "principal" varchar(200) not null, "user_id" uuid null, "action" varchar(100) not null, "resource" varchar(64) not null, "record_id" uuid null, "before" jsonb null, "after" jsonb null, "request_id" varchar(100) null, "address" varchar(64) null, primary key ("id"));
create index "audit_entry_at_id_index" on "crm"."audit_entry" ("at", "id");
create index "audit_entry_resource_record_id_at_index" on "crm"."audit_entry" ("resource", "record_id", "at");
create index "audit_entry_user_id_at_index" on "crm"."audit_entry" ("user_id", "at");
alter table "crm"."audit_entry" add constraint "audit_entry_at_check" check (at >= '1900-01-01 00:00:00+00' and at < '2200-01-01 00:00:00+00');
alter table "crm"."audit_entry" add constraint "audit_entry_principal_check" check (btrim(principal) <> '');
alter table "crm"."audit_entry" add constraint "audit_entry_action_check" check (btrim(action) <> '');
alter table "crm"."audit_entry" add constraint "audit_entry_resource_check" check (btrim(resource) <> '');

create table "crm"."customer_history" ("seq" bigint generated always as identity not null primary key, "id" uuid not null, "valid_from" timestamptz(6) not null, "xid8" xid8 not null default pg_current_xact_id(), "number" text not null, "name" text not null, "region" text null, "tier" smallint not null, "industry" text null, "account_manager_id" uuid not null, "satisfaction" smallint null, "credit" smallint null, "status" text not null, "parent_customer_id" uuid null);
create index "customer_history_xid8_index" on "crm"."customer_history" ("xid8");
alter table "crm"."customer_history" add constraint "customer_history_id_valid_from_unique" unique ("id", "valid_from");

create table "crm"."department" ("id" uuid not null default uuidv7(), "code" varchar(64) not null, "name" varchar(200) not null, "parent_id" uuid null, "low" int not null default 0, "high" int not null default 0, "created_at" timestamptz(3) not null default now(), "version" int not null default 1, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
alter table "crm"."department" add constraint "department_code_unique" unique ("code");
create index "department_parent_id_index" on "crm"."department" ("parent_id");
create index "department_xid8_index" on "crm"."department" ("xid8");
create index "department_low_index" on "crm"."department" ("low");
create unique index department_root_unique on crm.department ((parent_id is null)) where parent_id is null;
alter table "crm"."department" add constraint "department_low_high_check" check (low <= high);
alter table "crm"."department" add constraint "department_code_check" check (btrim(code) <> '');
alter table "crm"."department" add constraint "department_name_check" check (btrim(name) <> '');
alter table "crm"."department" add constraint "department_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

create table "crm"."department_history" ("seq" bigint generated always as identity not null primary key, "id" uuid not null, "valid_from" timestamptz(6) not null, "xid8" xid8 not null default pg_current_xact_id(), "code" text not null, "name" text not null, "parent_id" uuid null);
create index "department_history_xid8_index" on "crm"."department_history" ("xid8");
alter table "crm"."department_history" add constraint "department_history_id_valid_from_unique" unique ("id", "valid_from");

create table "crm"."dictionary_entry" ("id" uuid not null default uuidv7(), "type" text not null, "code" varchar(200) not null, "caption_zh" varchar(200) not null, "caption_en" varchar(200) not null, "sort_order" int not null default 0, "enabled" boolean not null default true, "editable" boolean not null default true, "created_at" timestamptz(3) not null default now(), "version" int not null default 1, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
create index "dictionary_entry_xid8_index" on "crm"."dictionary_entry" ("xid8");
alter table "crm"."dictionary_entry" add constraint "dictionary_entry_type_code_unique" unique ("type", "code");
alter table "crm"."dictionary_entry" add constraint "dictionary_entry_code_check" check (btrim(code) <> '');
alter table "crm"."dictionary_entry" add constraint "dictionary_entry_caption_zh_check" check (btrim(caption_zh) <> '');
alter table "crm"."dictionary_entry" add constraint "dictionary_entry_caption_en_check" check (btrim(caption_en) <> '');
alter table "crm"."dictionary_entry" add constraint "dictionary_entry_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');
alter table "crm"."dictionary_entry" add constraint "dictionary_entry_type_check" check ("type" in ('opportunitySource', 'lossReason', 'churnReason', 'serviceType', 'region'));

create table "crm"."etl_run" ("id" uuid not null default uuidv7(), "mode" text not null, "status" text not null default 'QUEUED', "trigger" text not null, "requested_by" varchar(200) not null, "requested_at" timestamptz(3) not null default now(), "started_at" timestamptz(3) null, "finished_at" timestamptz(3) null, "low_xid8" varchar(20) null, "high_xid8" varchar(20) null, "rows_read" bigint not null default '0', "rows_loaded" bigint not null default '0', "rows_rejected" bigint not null default '0', "steps" jsonb not null default '[]', "reconciliation" jsonb not null default '[]', "error" varchar(4000) null, "code_version" varchar(100) null, primary key ("id"));
create index "etl_run_requested_at_id_index" on "crm"."etl_run" ("requested_at", "id");
create unique index etl_run_active_unique on crm.etl_run ((true)) where status in ('QUEUED', 'RUNNING');
alter table "crm"."etl_run" add constraint "etl_run_requested_by_check" check (btrim(requested_by) <> '');
alter table "crm"."etl_run" add constraint "etl_run_requested_at_check" check (requested_at >= '1900-01-01 00:00:00+00' and requested_at < '2200-01-01 00:00:00+00');
alter table "crm"."etl_run" add constraint "etl_run_started_at_check" check (started_at >= '1900-01-01 00:00:00+00' and started_at < '2200-01-01 00:00:00+00');
alter table "crm"."etl_run" add constraint "etl_run_finished_at_check" check (finished_at >= '1900-01-01 00:00:00+00' and finished_at < '2200-01-01 00:00:00+00');
alter table "crm"."etl_run" add constraint "etl_run_mode_check" check ("mode" in ('INCREMENTAL', 'FULL'));
alter table "crm"."etl_run" add constraint "etl_run_status_check" check ("status" in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED'));
alter table "crm"."etl_run" add constraint "etl_run_trigger_check" check ("trigger" in ('SCHEDULE', 'MANUAL', 'START'));

create table "crm"."idempotency_key" ("principal" varchar(200) not null, "operation" varchar(100) not null, "key" varchar(200) not null, "record_id" uuid not null, "created_at" timestamptz(3) not null default now(), primary key ("principal", "operation", "key"));
create index "idempotency_key_created_at_index" on "crm"."idempotency_key" ("created_at");
alter table "crm"."idempotency_key" add constraint "idempotency_key_principal_check" check (btrim(principal) <> '');
alter table "crm"."idempotency_key" add constraint "idempotency_key_operation_check" check (btrim(operation) <> '');
alter table "crm"."idempotency_key" add constraint "idempotency_key_key_check" check (btrim(key) <> '');
alter table "crm"."idempotency_key" add constraint "idempotency_key_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

create table "crm"."number_counter" ("prefix" varchar(8) not null, "day" date not null, "last" int not null, primary key ("prefix", "day"));
alter table "crm"."number_counter" add constraint "number_counter_last_check" check (last > 0);

create table "crm"."product" ("id" uuid not null default uuidv7(), "source" varchar(64) not null, "external_id" varchar(200) not null, "name" varchar(300) not null, "model" varchar(200) null, "category" varchar(200) null, "unit" varchar(50) null, "price" numeric(19,4) null, "currency" varchar(3) null, "memo" varchar(2000) null, "source_updated_at" timestamptz(3) null, "fetched_at" timestamptz(3) not null default now(), "batch_id" uuid null, "deleted_at_source" boolean not null default false, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
create index "product_xid8_index" on "crm"."product" ("xid8");
create index "product_name_id_index" on "crm"."product" ("name", "id");
alter table "crm"."product" add constraint "product_source_external_id_unique" unique ("source", "external_id");
alter table "crm"."product" add constraint "product_source_check" check (btrim(source) <> '');
alter table "crm"."product" add constraint "product_external_id_check" check (btrim(external_id) <> '');
alter table "crm"."product" add constraint "product_name_check" check (btrim(name) <> '');
alter table "crm"."product" add constraint "product_price_check" check (abs(price) < 100000000000000);
alter table "crm"."product" add constraint "product_currency_check" check (currency ~ '^[A-Z]{3}$');
alter table "crm"."product" add constraint "product_source_updated_at_check" check (source_updated_at >= '1900-01-01 00:00:00+00' and source_updated_at < '2200-01-01 00:00:00+00');
alter table "crm"."product" add constraint "product_fetched_at_check" check (fetched_at >= '1900-01-01 00:00:00+00' and fetched_at < '2200-01-01 00:00:00+00');

create table "crm"."product_history" ("seq" bigint generated always as identity not null primary key, "id" uuid not null, "valid_from" timestamptz(6) not null, "xid8" xid8 not null default pg_current_xact_id(), "source" text not null, "external_id" text not null, "name" text not null, "model" text null, "category" text null, "unit" text null, "price" numeric(19,4) null, "currency" text null, "deleted_at_source" boolean not null);
create index "product_history_xid8_index" on "crm"."product_history" ("xid8");
alter table "crm"."product_history" add constraint "product_history_id_valid_from_unique" unique ("id", "valid_from");

create table "crm"."restore_epoch" ("singleton" boolean not null default true, "epoch" int not null default 0, primary key ("singleton"));
alter table "crm"."restore_epoch" add constraint "restore_epoch_singleton_check" check (singleton);

create table "crm"."role" ("id" uuid not null default uuidv7(), "code" varchar(64) not null, "name_zh" varchar(100) not null, "name_en" varchar(100) not null, "built_in" boolean not null default false, "created_at" timestamptz(3) not null default now(), "version" int not null default 1, primary key ("id"));
alter table "crm"."role" add constraint "role_code_unique" unique ("code");
alter table "crm"."role" add constraint "role_code_check" check (btrim(code) <> '');
alter table "crm"."role" add constraint "role_name_zh_check" check (btrim(name_zh) <> '');
alter table "crm"."role" add constraint "role_name_en_check" check (btrim(name_en) <> '');
alter table "crm"."role" add constraint "role_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

create table "crm"."role_grant" ("id" uuid not null default uuidv7(), "role_id" uuid not null, "resource" varchar(64) not null, "action" varchar(64) not null, "scope" text not null, "department_ids" uuid[] not null default '{}', "fields" jsonb not null default '{}', "version" int not null default 1, primary key ("id"));
alter table "crm"."role_grant" add constraint "role_grant_role_id_resource_action_unique" unique ("role_id", "resource", "action");
alter table "crm"."role_grant" add constraint "role_grant_department_ids_check" check (scope = 'LIST' or cardinality(department_ids) = 0);
alter table "crm"."role_grant" add constraint "role_grant_fields_check" check (jsonb_typeof(fields) = 'object');
alter table "crm"."role_grant" add constraint "role_grant_resource_check" check (btrim(resource) <> '');
alter table "crm"."role_grant" add constraint "role_grant_action_check" check (btrim(action) <> '');
alter table "crm"."role_grant" add constraint "role_grant_scope_check" check ("scope" in ('NONE', 'OWN', 'DEPARTMENT', 'DEPARTMENT_TREE', 'ALL', 'LIST'));

create table "crm"."setting" ("key" varchar(100) not null, "value" jsonb not null, "updated_at" timestamptz(3) not null default now(), "version" int not null default 1, primary key ("key"));
alter table "crm"."setting" add constraint "setting_key_check" check (btrim(key) <> '');
alter table "crm"."setting" add constraint "setting_updated_at_check" check (updated_at >= '1900-01-01 00:00:00+00' and updated_at < '2200-01-01 00:00:00+00');

create table "crm"."sign_in_throttle" ("subject" varchar(300) not null, "failures" int not null default 0, "last_failed_at" timestamptz(3) not null default now(), "blocked_until" timestamptz(3) null, primary key ("subject"));
create index "sign_in_throttle_last_failed_at_index" on "crm"."sign_in_throttle" ("last_failed_at");
alter table "crm"."sign_in_throttle" add constraint "sign_in_throttle_failures_check" check (failures >= 0);
alter table "crm"."sign_in_throttle" add constraint "sign_in_throttle_last_failed_at_check" check (last_failed_at >= '1900-01-01 00:00:00+00' and last_failed_at < '2200-01-01 00:00:00+00');
alter table "crm"."sign_in_throttle" add constraint "sign_in_throttle_blocked_until_check" check (blocked_until >= '1900-01-01 00:00:00+00' and blocked_until < '2200-01-01 00:00:00+00');

create table "crm"."tombstone" ("seq" bigint generated always as identity not null primary key, "table_name" text not null, "row_id" uuid not null, "at" timestamptz(3) not null default clock_timestamp(), "xid8" xid8 not null default pg_current_xact_id());
create index "tombstone_xid8_index" on "crm"."tombstone" ("xid8");
alter table "crm"."tombstone" add constraint "tombstone_at_check" check (at >= '1900-01-01 00:00:00+00' and at < '2200-01-01 00:00:00+00');

create table "crm"."app_user" ("id" uuid not null default uuidv7(), "login" varchar(100) not null, "display_name" varchar(200) not null, "email" varchar(254) null, "phone" varchar(50) null, "department_id" uuid not null, "active" boolean not null default true, "locale" text not null default 'zh-CN', "created_at" timestamptz(3) not null default now(), "version" int not null default 1, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
create index "app_user_department_id_index" on "crm"."app_user" ("department_id");
create index "app_user_xid8_index" on "crm"."app_user" ("xid8");
create unique index app_user_login_unique on crm.app_user (lower(login));
alter table "crm"."app_user" add constraint "app_user_login_check" check (btrim(login) <> '');
alter table "crm"."app_user" add constraint "app_user_display_name_check" check (btrim(display_name) <> '');
alter table "crm"."app_user" add constraint "app_user_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');
alter table "crm"."app_user" add constraint "app_user_locale_check" check ("locale" in ('zh-CN', 'en'));

create table "crm"."customer" ("id" uuid not null default uuidv7(), "number" varchar(40) not null, "name" varchar(200) not null, "region" varchar(200) null, "tier" smallint not null default 1, "industry" varchar(100) null, "account_manager_id" uuid not null, "satisfaction" smallint null, "credit" smallint null, "address" varchar(300) null, "postcode" varchar(20) null, "phone" varchar(50) null, "fax" varchar(50) null, "website" varchar(300) null, "employee_count" int null, "licence_no" varchar(100) null, "legal_person" varchar(100) null, "registered_capital" numeric(19,4) null, "annual_turnover" numeric(19,4) null, "bank" varchar(200) null, "bank_account" varchar(100) null, "national_tax_no" varchar(100) null, "local_tax_no" varchar(100) null, "parent_customer_id" uuid null, "status" text not null default 'ACTIVE', "tags" text[] not null default '{}', "custom_fields" jsonb not null default '{}', "created_by_id" uuid null, "created_at" timestamptz(3) not null default now(), "version" int not null default 1, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
alter table "crm"."customer" add constraint "customer_number_unique" unique ("number");
create index "customer_parent_customer_id_index" on "crm"."customer" ("parent_customer_id");
create index "customer_created_by_id_index" on "crm"."customer" ("created_by_id");
create index "customer_xid8_index" on "crm"."customer" ("xid8");
create index "customer_account_manager_id_id_index" on "crm"."customer" ("account_manager_id", "id");
create index "customer_name_id_index" on "crm"."customer" ("name", "id");
create index "customer_created_at_id_index" on "crm"."customer" ("created_at", "id");
create unique index customer_name_key_unique on crm.customer (crm.name_key(name)) where status <> 'DELETED';
alter table "crm"."customer" add constraint "customer_custom_fields_check" check (jsonb_typeof(custom_fields) = 'object');
alter table "crm"."customer" add constraint "customer_parent_customer_id_check" check (parent_customer_id <> id);
alter table "crm"."customer" add constraint "customer_number_check" check (btrim(number) <> '');
alter table "crm"."customer" add constraint "customer_name_check" check (btrim(name) <> '');
alter table "crm"."customer" add constraint "customer_tier_check" check (tier >= 1 and tier <= 5);
alter table "crm"."customer" add constraint "customer_satisfaction_check" check (satisfaction >= 1 and satisfaction <= 5);
alter table "crm"."customer" add constraint "customer_credit_check" check (credit >= 1 and credit <= 5);
alter table "crm"."customer" add constraint "customer_employee_count_check" check (employee_count >= 0);
alter table "crm"."customer" add constraint "customer_registered_capital_check" check (abs(registered_capital) < 100000000000000);
alter table "crm"."customer" add constraint "customer_annual_turnover_check" check (abs(annual_turnover) < 100000000000000);
alter table "crm"."customer" add constraint "customer_tags_check" check (cardinality(tags) <= 50 and array_position(tags, null) is null);
alter table "crm"."customer" add constraint "customer_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');
alter table "crm"."customer" add constraint "customer_status_check" check ("status" in ('ACTIVE', 'LOST', 'DELETED'));

create table "crm"."opportunity" ("id" uuid not null default uuidv7(), "number" varchar(40) not null, "title" varchar(200) not null, "source_id" uuid not null, "customer_id" uuid null, "customer_name" varchar(200) null, "contact_name" varchar(100) null, "contact_phone" varchar(50) null, "success_rate" smallint not null, "description" varchar(2000) not null, "strategy" varchar(2000) null, "estimated_amount" numeric(19,4) null, "currency" varchar(3) not null, "expected_close_on" date null, "assignee_id" uuid null, "assigned_at" timestamptz(3) null, "status" text not null default 'UNASSIGNED', "furthest_status" text not null default 'UNASSIGNED', "status_since" timestamptz(3) not null default now(), "first_developed_at" timestamptz(3) null, "closed_at" timestamptz(3) null, "closed_amount" numeric(19,4) null, "loss_reason_id" uuid null, "close_note" varchar(2000) null, "result_customer_id" uuid null, "created_by_id" uuid null, "created_at" timestamptz(3) not null default now(), "tags" text[] not null default '{}', "owner_id" uuid generated always as (coalesce(assignee_id, created_by_id)) stored null, "version" int not null default 1, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
alter table "crm"."opportunity" add constraint "opportunity_number_unique" unique ("number");
create index "opportunity_source_id_index" on "crm"."opportunity" ("source_id");
create index "opportunity_customer_id_index" on "crm"."opportunity" ("customer_id");
create index "opportunity_assignee_id_index" on "crm"."opportunity" ("assignee_id");
create index "opportunity_loss_reason_id_index" on "crm"."opportunity" ("loss_reason_id");
create index "opportunity_result_customer_id_index" on "crm"."opportunity" ("result_customer_id");
create index "opportunity_created_by_id_index" on "crm"."opportunity" ("created_by_id");
create index "opportunity_xid8_index" on "crm"."opportunity" ("xid8");
create index "opportunity_owner_id_id_index" on "crm"."opportunity" ("owner_id", "id");
create index "opportunity_status_id_index" on "crm"."opportunity" ("status", "id");
create index "opportunity_created_at_id_index" on "crm"."opportunity" ("created_at", "id");
create index "opportunity_title_id_index" on "crm"."opportunity" ("title", "id");
create index "opportunity_expected_close_on_id_index" on "crm"."opportunity" ("expected_close_on", "id");
create index "opportunity_estimated_amount_id_index" on "crm"."opportunity" ("estimated_amount", "id");
create index "opportunity_closed_at_id_index" on "crm"."opportunity" ("closed_at", "id");
alter table "crm"."opportunity" add constraint "opportunity_customer_check" check (customer_id is not null or btrim(customer_name) <> '');
alter table "crm"."opportunity" add constraint "opportunity_unassigned_check" check (status <> 'UNASSIGNED' or assignee_id is null);
alter table "crm"."opportunity" add constraint "opportunity_assigned_check" check (assignee_id is not null or (status <> 'ASSIGNED' and status <> 'DEVELOPING'));
alter table "crm"."opportunity" add constraint "opportunity_closed_check" check ((status in ('WON', 'LOST')) = (closed_at is not null));
alter table "crm"."opportunity" add constraint "opportunity_number_check" check (btrim(number) <> '');
alter table "crm"."opportunity" add constraint "opportunity_title_check" check (btrim(title) <> '');
alter table "crm"."opportunity" add constraint "opportunity_success_rate_check" check (success_rate >= 0 and success_rate <= 100);
alter table "crm"."opportunity" add constraint "opportunity_estimated_amount_check" check (abs(estimated_amount) < 100000000000000);
alter table "crm"."opportunity" add constraint "opportunity_currency_check" check (currency ~ '^[A-Z]{3}$');
alter table "crm"."opportunity" add constraint "opportunity_expected_close_on_check" check (expected_close_on >= '1900-01-01' and expected_close_on < '2200-01-01');
alter table "crm"."opportunity" add constraint "opportunity_assigned_at_check" check (assigned_at >= '1900-01-01 00:00:00+00' and assigned_at < '2200-01-01 00:00:00+00');
alter table "crm"."opportunity" add constraint "opportunity_status_since_check" check (status_since >= '1900-01-01 00:00:00+00' and status_since < '2200-01-01 00:00:00+00');
alter table "crm"."opportunity" add constraint "opportunity_first_developed_at_check" check (first_developed_at >= '1900-01-01 00:00:00+00' and first_developed_at < '2200-01-01 00:00:00+00');
alter table "crm"."opportunity" add constraint "opportunity_closed_at_check" check (closed_at >= '1900-01-01 00:00:00+00' and closed_at < '2200-01-01 00:00:00+00');
alter table "crm"."opportunity" add constraint "opportunity_closed_amount_check" check (abs(closed_amount) < 100000000000000);
alter table "crm"."opportunity" add constraint "opportunity_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');
alter table "crm"."opportunity" add constraint "opportunity_tags_check" check (cardinality(tags) <= 50 and array_position(tags, null) is null);
alter table "crm"."opportunity" add constraint "opportunity_status_check" check ("status" in ('UNASSIGNED', 'ASSIGNED', 'DEVELOPING', 'WON', 'LOST'));
alter table "crm"."opportunity" add constraint "opportunity_furthest_status_check" check ("furthest_status" in ('UNASSIGNED', 'ASSIGNED', 'DEVELOPING', 'WON', 'LOST'));

create table "crm"."plan_item" ("id" uuid not null default uuidv7(), "opportunity_id" uuid not null, "planned_on" date not null, "content" varchar(500) not null, "result" varchar(500) null, "executed_at" timestamptz(3) null, "executed_by_id" uuid null, "created_by_id" uuid null, "created_at" timestamptz(3) not null default now(), "version" int not null default 1, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
create index "plan_item_executed_by_id_index" on "crm"."plan_item" ("executed_by_id");
create index "plan_item_created_by_id_index" on "crm"."plan_item" ("created_by_id");
create index "plan_item_xid8_index" on "crm"."plan_item" ("xid8");
create index "plan_item_opportunity_id_planned_on_id_index" on "crm"."plan_item" ("opportunity_id", "planned_on", "id");
alter table "crm"."plan_item" add constraint "plan_item_executed_check" check ((result is null) = (executed_at is null));
alter table "crm"."plan_item" add constraint "plan_item_planned_on_check" check (planned_on >= '1900-01-01' and planned_on < '2200-01-01');
alter table "crm"."plan_item" add constraint "plan_item_content_check" check (btrim(content) <> '');
alter table "crm"."plan_item" add constraint "plan_item_executed_at_check" check (executed_at >= '1900-01-01 00:00:00+00' and executed_at < '2200-01-01 00:00:00+00');
alter table "crm"."plan_item" add constraint "plan_item_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

create table "crm"."opportunity_transition" ("id" uuid not null default uuidv7(), "opportunity_id" uuid not null, "seq" int not null, "from_status" text null, "to_status" text not null, "direction" text not null, "at" timestamptz(3) not null default clock_timestamp(), "by_user_id" uuid null, "by_principal" varchar(200) not null, "reason" varchar(2000) null, "success_rate" smallint not null, "amount" numeric(19,4) null, "currency" varchar(3) not null, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
create index "opportunity_transition_by_user_id_index" on "crm"."opportunity_transition" ("by_user_id");
create index "opportunity_transition_xid8_index" on "crm"."opportunity_transition" ("xid8");
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_opportunity_id_seq_unique" unique ("opportunity_id", "seq");
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_seq_check" check (seq > 0);
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_at_check" check (at >= '1900-01-01 00:00:00+00' and at < '2200-01-01 00:00:00+00');
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_by_principal_check" check (btrim(by_principal) <> '');
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_success_rate_check" check (success_rate >= 0 and success_rate <= 100);
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_amount_check" check (abs(amount) < 100000000000000);
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_currency_check" check (currency ~ '^[A-Z]{3}$');
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_from_status_check" check ("from_status" in ('UNASSIGNED', 'ASSIGNED', 'DEVELOPING', 'WON', 'LOST'));
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_to_status_check" check ("to_status" in ('UNASSIGNED', 'ASSIGNED', 'DEVELOPING', 'WON', 'LOST'));
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_direction_check" check ("direction" in ('FORWARD', 'BACK', 'REOPEN', 'CLOSE'));

create table "crm"."opportunity_revision" ("id" uuid not null default uuidv7(), "opportunity_id" uuid not null, "seq" int not null, "at" timestamptz(3) not null default clock_timestamp(), "by_user_id" uuid null, "by_principal" varchar(200) not null, "changes" jsonb not null, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
create index "opportunity_revision_by_user_id_index" on "crm"."opportunity_revision" ("by_user_id");
create index "opportunity_revision_xid8_index" on "crm"."opportunity_revision" ("xid8");
alter table "crm"."opportunity_revision" add constraint "opportunity_revision_opportunity_id_seq_unique" unique ("opportunity_id", "seq");
alter table "crm"."opportunity_revision" add constraint "opportunity_revision_seq_check" check (seq > 0);
alter table "crm"."opportunity_revision" add constraint "opportunity_revision_at_check" check (at >= '1900-01-01 00:00:00+00' and at < '2200-01-01 00:00:00+00');
alter table "crm"."opportunity_revision" add constraint "opportunity_revision_by_principal_check" check (btrim(by_principal) <> '');
alter table "crm"."opportunity_revision" add constraint "opportunity_revision_changes_check" check (jsonb_typeof(changes) = 'object');

create table "crm"."opportunity_product" ("id" uuid not null default uuidv7(), "opportunity_id" uuid not null, "line_no" int not null, "product_id" uuid not null, "quantity" numeric(18,4) not null, "unit_price" numeric(19,4) null, "currency" varchar(3) not null, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
create index "opportunity_product_product_id_index" on "crm"."opportunity_product" ("product_id");
create index "opportunity_product_xid8_index" on "crm"."opportunity_product" ("xid8");
alter table "crm"."opportunity_product" add constraint "opportunity_product_opportunity_id_line_no_unique" unique ("opportunity_id", "line_no");
alter table "crm"."opportunity_product" add constraint "opportunity_product_line_no_check" check (line_no > 0);
alter table "crm"."opportunity_product" add constraint "opportunity_product_quantity_check" check (quantity > 0 and quantity < 10000000000);
alter table "crm"."opportunity_product" add constraint "opportunity_product_unit_price_check" check (abs(unit_price) < 100000000000000);
alter table "crm"."opportunity_product" add constraint "opportunity_product_currency_check" check (currency ~ '^[A-Z]{3}$');

create table "crm"."opportunity_external_key" ("id" uuid not null default uuidv7(), "opportunity_id" uuid not null, "source" varchar(64) not null, "key" varchar(200) not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));
create index "opportunity_external_key_opportunity_id_index" on "crm"."opportunity_external_key" ("opportunity_id");
alter table "crm"."opportunity_external_key" add constraint "opportunity_external_key_source_key_unique" unique ("source", "key");
alter table "crm"."opportunity_external_key" add constraint "opportunity_external_key_source_check" check (btrim(source) <> '');
alter table "crm"."opportunity_external_key" add constraint "opportunity_external_key_key_check" check (btrim(key) <> '');
alter table "crm"."opportunity_external_key" add constraint "opportunity_external_key_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

create table "crm"."deal" ("id" uuid not null default uuidv7(), "opportunity_id" uuid not null, "customer_id" uuid not null, "amount" numeric(19,4) not null, "currency" varchar(3) not null, "closed_at" timestamptz(3) not null, "products" jsonb not null default '[]', "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
alter table "crm"."deal" add constraint "deal_opportunity_id_unique" unique ("opportunity_id");
create index "deal_customer_id_index" on "crm"."deal" ("customer_id");
create index "deal_xid8_index" on "crm"."deal" ("xid8");
alter table "crm"."deal" add constraint "deal_products_check" check (jsonb_typeof(products) = 'array');
alter table "crm"."deal" add constraint "deal_amount_check" check (abs(amount) < 100000000000000);
alter table "crm"."deal" add constraint "deal_currency_check" check (currency ~ '^[A-Z]{3}$');
alter table "crm"."deal" add constraint "deal_closed_at_check" check (closed_at >= '1900-01-01 00:00:00+00' and closed_at < '2200-01-01 00:00:00+00');

create table "crm"."customer_external_key" ("id" uuid not null default uuidv7(), "customer_id" uuid not null, "source" varchar(64) not null, "key" varchar(200) not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));
create index "customer_external_key_customer_id_index" on "crm"."customer_external_key" ("customer_id");
alter table "crm"."customer_external_key" add constraint "customer_external_key_source_key_unique" unique ("source", "key");
alter table "crm"."customer_external_key" add constraint "customer_external_key_source_check" check (btrim(source) <> '');
alter table "crm"."customer_external_key" add constraint "customer_external_key_key_check" check (btrim(key) <> '');
alter table "crm"."customer_external_key" add constraint "customer_external_key_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

create table "crm"."contact" ("id" uuid not null default uuidv7(), "customer_id" uuid not null, "name" varchar(100) not null, "sex" text null, "position" varchar(100) null, "office_phone" varchar(50) null, "mobile" varchar(50) null, "email" varchar(254) null, "memo" varchar(2000) null, "is_primary" boolean not null default false, "created_at" timestamptz(3) not null default now(), "version" int not null default 1, "xid8" xid8 not null default pg_current_xact_id(), primary key ("id"));
create index "contact_xid8_index" on "crm"."contact" ("xid8");
create index "contact_customer_id_id_index" on "crm"."contact" ("customer_id", "id");
create index "contact_name_id_index" on "crm"."contact" ("name", "id");
create unique index contact_primary_unique on crm.contact (customer_id) where is_primary;
alter table "crm"."contact" add constraint "contact_name_check" check (btrim(name) <> '');
alter table "crm"."contact" add constraint "contact_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');
alter table "crm"."contact" add constraint "contact_sex_check" check ("sex" in ('MALE', 'FEMALE', 'OTHER'));

create table "crm"."contact_external_key" ("id" uuid not null default uuidv7(), "contact_id" uuid not null, "source" varchar(64) not null, "key" varchar(200) not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));
create index "contact_external_key_contact_id_index" on "crm"."contact_external_key" ("contact_id");
alter table "crm"."contact_external_key" add constraint "contact_external_key_source_key_unique" unique ("source", "key");
alter table "crm"."contact_external_key" add constraint "contact_external_key_source_check" check (btrim(source) <> '');
alter table "crm"."contact_external_key" add constraint "contact_external_key_key_check" check (btrim(key) <> '');
alter table "crm"."contact_external_key" add constraint "contact_external_key_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

create table "crm"."user_credential" ("user_id" uuid not null, "password_hash" varchar(500) not null, "must_change" boolean not null default false, "changed_at" timestamptz(3) not null default now(), primary key ("user_id"));
alter table "crm"."user_credential" add constraint "user_credential_changed_at_check" check (changed_at >= '1900-01-01 00:00:00+00' and changed_at < '2200-01-01 00:00:00+00');

create table "crm"."user_history" ("seq" bigint generated always as identity not null primary key, "id" uuid not null, "valid_from" timestamptz(6) not null, "xid8" xid8 not null default pg_current_xact_id(), "login" text not null, "display_name" text not null, "department_id" uuid not null, "active" boolean not null);
create index "user_history_xid8_index" on "crm"."user_history" ("xid8");
alter table "crm"."user_history" add constraint "user_history_id_valid_from_unique" unique ("id", "valid_from");

create table "crm"."user_role" ("user_id" uuid not null, "role_id" uuid not null, "created_at" timestamptz(3) not null default now(), primary key ("user_id", "role_id"));
create index "user_role_role_id_index" on "crm"."user_role" ("role_id");
alter table "crm"."user_role" add constraint "user_role_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

create table "crm"."user_session" ("id" uuid not null default uuidv7(), "user_id" uuid not null, "refresh_hash" varchar(128) not null, "previous_hash" varchar(128) null, "rotated_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "user_agent" varchar(500) null, "address" varchar(64) null, "created_at" timestamptz(3) not null default now(), primary key ("id"));
create index "user_session_user_id_index" on "crm"."user_session" ("user_id");
alter table "crm"."user_session" add constraint "user_session_refresh_hash_unique" unique ("refresh_hash");
create index "user_session_previous_hash_index" on "crm"."user_session" ("previous_hash");
create index "user_session_expires_at_index" on "crm"."user_session" ("expires_at");
alter table "crm"."user_session" add constraint "user_session_rotated_at_check" check (rotated_at >= '1900-01-01 00:00:00+00' and rotated_at < '2200-01-01 00:00:00+00');
alter table "crm"."user_session" add constraint "user_session_expires_at_check" check (expires_at >= '1900-01-01 00:00:00+00' and expires_at < '2200-01-01 00:00:00+00');
alter table "crm"."user_session" add constraint "user_session_revoked_at_check" check (revoked_at >= '1900-01-01 00:00:00+00' and revoked_at < '2200-01-01 00:00:00+00');
alter table "crm"."user_session" add constraint "user_session_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

alter table "crm"."department" add constraint "department_parent_id_foreign" foreign key ("parent_id") references "crm"."department" ("id") on delete set null;

alter table "crm"."role_grant" add constraint "role_grant_role_id_foreign" foreign key ("role_id") references "crm"."role" ("id") on delete cascade;

alter table "crm"."app_user" add constraint "app_user_department_id_foreign" foreign key ("department_id") references "crm"."department" ("id");

alter table "crm"."customer" add constraint "customer_account_manager_id_foreign" foreign key ("account_manager_id") references "crm"."app_user" ("id");
alter table "crm"."customer" add constraint "customer_parent_customer_id_foreign" foreign key ("parent_customer_id") references "crm"."customer" ("id") on delete set null;
alter table "crm"."customer" add constraint "customer_created_by_id_foreign" foreign key ("created_by_id") references "crm"."app_user" ("id") on delete set null;

alter table "crm"."opportunity" add constraint "opportunity_source_id_foreign" foreign key ("source_id") references "crm"."dictionary_entry" ("id");
alter table "crm"."opportunity" add constraint "opportunity_customer_id_foreign" foreign key ("customer_id") references "crm"."customer" ("id") on delete set null;
alter table "crm"."opportunity" add constraint "opportunity_assignee_id_foreign" foreign key ("assignee_id") references "crm"."app_user" ("id") on delete set null;
alter table "crm"."opportunity" add constraint "opportunity_loss_reason_id_foreign" foreign key ("loss_reason_id") references "crm"."dictionary_entry" ("id") on delete set null;
alter table "crm"."opportunity" add constraint "opportunity_result_customer_id_foreign" foreign key ("result_customer_id") references "crm"."customer" ("id") on delete set null;
alter table "crm"."opportunity" add constraint "opportunity_created_by_id_foreign" foreign key ("created_by_id") references "crm"."app_user" ("id") on delete set null;

alter table "crm"."plan_item" add constraint "plan_item_opportunity_id_foreign" foreign key ("opportunity_id") references "crm"."opportunity" ("id") on delete cascade;
alter table "crm"."plan_item" add constraint "plan_item_executed_by_id_foreign" foreign key ("executed_by_id") references "crm"."app_user" ("id") on delete set null;
alter table "crm"."plan_item" add constraint "plan_item_created_by_id_foreign" foreign key ("created_by_id") references "crm"."app_user" ("id") on delete set null;

alter table "crm"."opportunity_transition" add constraint "opportunity_transition_opportunity_id_foreign" foreign key ("opportunity_id") references "crm"."opportunity" ("id") on delete cascade;
alter table "crm"."opportunity_transition" add constraint "opportunity_transition_by_user_id_foreign" foreign key ("by_user_id") references "crm"."app_user" ("id") on delete set null;

alter table "crm"."opportunity_revision" add constraint "opportunity_revision_opportunity_id_foreign" foreign key ("opportunity_id") references "crm"."opportunity" ("id") on delete cascade;
alter table "crm"."opportunity_revision" add constraint "opportunity_revision_by_user_id_foreign" foreign key ("by_user_id") references "crm"."app_user" ("id") on delete set null;

alter table "crm"."opportunity_product" add constraint "opportunity_product_opportunity_id_foreign" foreign key ("opportunity_id") references "crm"."opportunity" ("id") on delete cascade;
alter table "crm"."opportunity_product" add constraint "opportunity_product_product_id_foreign" foreign key ("product_id") references "crm"."product" ("id");

alter table "crm"."opportunity_external_key" add constraint "opportunity_external_key_opportunity_id_foreign" foreign key ("opportunity_id") references "crm"."opportunity" ("id") on delete cascade;

alter table "crm"."deal" add constraint "deal_opportunity_id_foreign" foreign key ("opportunity_id") references "crm"."opportunity" ("id");
alter table "crm"."deal" add constraint "deal_customer_id_foreign" foreign key ("customer_id") references "crm"."customer" ("id");

alter table "crm"."customer_external_key" add constraint "customer_external_key_customer_id_foreign" foreign key ("customer_id") references "crm"."customer" ("id") on delete cascade;

alter table "crm"."contact" add constraint "contact_customer_id_foreign" foreign key ("customer_id") references "crm"."customer" ("id") on delete cascade;

alter table "crm"."contact_external_key" add constraint "contact_external_key_contact_id_foreign" foreign key ("contact_id") references "crm"."contact" ("id") on delete cascade;

alter table "crm"."user_credential" add constraint "user_credential_user_id_foreign" foreign key ("user_id") references "crm"."app_user" ("id") on update cascade on delete cascade;

alter table "crm"."user_role" add constraint "user_role_user_id_foreign" foreign key ("user_id") references "crm"."app_user" ("id") on update cascade on delete cascade;
alter table "crm"."user_role" add constraint "user_role_role_id_foreign" foreign key ("role_id") references "crm"."role" ("id") on update cascade on delete cascade;

alter table "crm"."user_session" add constraint "user_session_user_id_foreign" foreign key ("user_id") references "crm"."app_user" ("id");
`,
  `
drop table
  crm.audit_entry,
  crm.customer_history,
  crm.department,
  crm.department_history,
  crm.dictionary_entry,
  crm.etl_run,
  crm.idempotency_key,
  crm.number_counter,
  crm.product,
  crm.product_history,
  crm.restore_epoch,
  crm.role,
  crm.role_grant,
  crm.setting,
  crm.sign_in_throttle,
  crm.tombstone,
  crm.app_user,
  crm.customer,
  crm.opportunity,
  crm.plan_item,
  crm.opportunity_transition,
  crm.opportunity_revision,
  crm.opportunity_product,
  crm.opportunity_external_key,
  crm.deal,
  crm.customer_external_key,
  crm.contact,
  crm.contact_external_key,
  crm.user_credential,
  crm.user_history,
  crm.user_role,
  crm.user_session;
`,
);
