import { sqlMigration } from "./sql-migration.ts";

/** Keys of other systems, second factors with their recovery codes, resets of passwords, and who somebody is elsewhere. */
export const IDENTITY = sqlMigration(
  "0012-identity",
  `
create table "crm"."recovery_code" ("user_id" uuid not null, "code_hash" varchar(128) not null, "created_at" timestamptz(3) not null default now(), primary key ("user_id", "code_hash"));

create table "crm"."password_reset" ("user_id" uuid not null, "token_hash" varchar(128) not null, "expires_at" timestamptz(3) not null, "created_at" timestamptz(3) not null default now(), primary key ("user_id"));
alter table "crm"."password_reset" add constraint "password_reset_token_hash_unique" unique ("token_hash");

create table "crm"."api_key" ("id" uuid not null default uuidv7(), "name" varchar(100) not null, "secret_hash" varchar(128) not null, "role_id" uuid not null, "expires_at" timestamptz(3) not null, "last_used_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, "created_by_id" uuid null, "created_at" timestamptz(3) not null default now(), primary key ("id"));
alter table "crm"."api_key" add constraint "api_key_secret_hash_unique" unique ("secret_hash");
create index "api_key_role_id_index" on "crm"."api_key" ("role_id");
create index "api_key_created_by_id_index" on "crm"."api_key" ("created_by_id");
create unique index api_key_name_unique on crm.api_key (lower(name)) where revoked_at is null;

create table "crm"."user_identity" ("issuer" varchar(500) not null, "subject" varchar(255) not null, "user_id" uuid not null, "created_at" timestamptz(3) not null default now(), primary key ("issuer", "subject"));
alter table "crm"."user_identity" add constraint "user_identity_user_id_issuer_unique" unique ("user_id", "issuer");

create table "crm"."user_second_factor" ("user_id" uuid not null, "sealed_secret" varchar(200) not null, "confirmed_at" timestamptz(3) null, "last_step" int not null default 0, "created_at" timestamptz(3) not null default now(), primary key ("user_id"));

alter table "crm"."recovery_code" add constraint "recovery_code_user_id_foreign" foreign key ("user_id") references "crm"."app_user" ("id");
alter table "crm"."recovery_code" add constraint "recovery_code_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

alter table "crm"."password_reset" add constraint "password_reset_user_id_foreign" foreign key ("user_id") references "crm"."app_user" ("id") on update cascade on delete cascade;
alter table "crm"."password_reset" add constraint "password_reset_expires_at_check" check (expires_at >= '1900-01-01 00:00:00+00' and expires_at < '2200-01-01 00:00:00+00');
alter table "crm"."password_reset" add constraint "password_reset_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

alter table "crm"."api_key" add constraint "api_key_role_id_foreign" foreign key ("role_id") references "crm"."role" ("id") on delete cascade;
alter table "crm"."api_key" add constraint "api_key_created_by_id_foreign" foreign key ("created_by_id") references "crm"."app_user" ("id") on delete set null;
alter table "crm"."api_key" add constraint "api_key_name_check" check (btrim(name) <> '');
alter table "crm"."api_key" add constraint "api_key_expires_at_check" check (expires_at >= '1900-01-01 00:00:00+00' and expires_at < '2200-01-01 00:00:00+00');
alter table "crm"."api_key" add constraint "api_key_last_used_at_check" check (last_used_at >= '1900-01-01 00:00:00+00' and last_used_at < '2200-01-01 00:00:00+00');
alter table "crm"."api_key" add constraint "api_key_revoked_at_check" check (revoked_at >= '1900-01-01 00:00:00+00' and revoked_at < '2200-01-01 00:00:00+00');
alter table "crm"."api_key" add constraint "api_key_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

alter table "crm"."user_identity" add constraint "user_identity_user_id_foreign" foreign key ("user_id") references "crm"."app_user" ("id");
alter table "crm"."user_identity" add constraint "user_identity_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

alter table "crm"."user_second_factor" add constraint "user_second_factor_user_id_foreign" foreign key ("user_id") references "crm"."app_user" ("id") on update cascade on delete cascade;
alter table "crm"."user_second_factor" add constraint "user_second_factor_confirmed_at_check" check (confirmed_at >= '1900-01-01 00:00:00+00' and confirmed_at < '2200-01-01 00:00:00+00');
alter table "crm"."user_second_factor" add constraint "user_second_factor_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');
`,
  `
drop table if exists "crm"."recovery_code" cascade;
drop table if exists "crm"."password_reset" cascade;
drop table if exists "crm"."api_key" cascade;
drop table if exists "crm"."user_identity" cascade;
drop table if exists "crm"."user_second_factor" cascade;
`,
);
