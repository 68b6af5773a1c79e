import { sqlMigration } from "./sql-migration.ts";

/**
 * The audit log becomes a set of chains: each entry carries the digest of itself and the one before it in its
 * stream. What was written before is chained here, as one stream, in the order of its making. Beside it the keys
 * of personal values, and the time for which a session may read everything.
 */
export const AUDIT_CHAIN = sqlMigration(
  "0014-audit-chain",
  `
create table "crm"."audit_stream" ("id" int generated always as identity not null primary key, "position" int not null default 0, "hash" varchar(64) not null default '');

create table "crm"."personal_key" ("subject_id" uuid not null, "wrapped" varchar(200) not null, "created_at" timestamptz(3) not null default now(), primary key ("subject_id"));

create table "crm"."break_glass" ("id" uuid not null default uuidv7(), "user_id" uuid not null, "session_id" uuid not null, "reason" varchar(500) not null, "started_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("id"));
create index "break_glass_user_id_index" on "crm"."break_glass" ("user_id");
create index "break_glass_session_id_index" on "crm"."break_glass" ("session_id");

alter table "crm"."audit_entry" add "stream" int, add "position" int, add "hash" varchar(64);

create function crm.audit_digest(previous text, e crm.audit_entry) returns text language sql stable
return encode(sha256(convert_to(previous || jsonb_build_array(e.id, e.stream, e.position,
  (extract(epoch from e.at) * 1000)::bigint, e.principal, e.user_id, e.action, e.resource, e.record_id,
  e.before, e.after, e.request_id, e.address)::text, 'UTF8')), 'hex');
revoke execute on function crm.audit_digest from public;

alter table crm.audit_entry disable trigger append_only;
do $$
declare
  entry crm.audit_entry;
  last text := '';
  count int := 0;
  one int;
begin
  for entry in select * from crm.audit_entry order by id loop
    if one is null then
      insert into crm.audit_stream default values returning id into one;
    end if;
    count := count + 1;
    entry.stream := one;
    entry.position := count;
    last := crm.audit_digest(last, entry);
    update crm.audit_entry set stream = one, position = count, hash = last where id = entry.id;
  end loop;
  update crm.audit_stream set position = count, hash = last where id = one;
end $$;
alter table crm.audit_entry enable trigger append_only;
alter table "crm"."audit_entry" alter "stream" set not null, alter "position" set not null, alter "hash" set not null;
create index "audit_entry_action_id_index" on "crm"."audit_entry" ("action", "id");
create index "audit_entry_request_id_index" on "crm"."audit_entry" ("request_id");
alter table "crm"."audit_entry" add constraint "audit_entry_stream_position_unique" unique ("stream", "position");
alter table "crm"."audit_entry" add constraint "audit_entry_position_check" check (position > 0);

alter table "crm"."audit_stream" add constraint "audit_stream_position_check" check (position >= 0);

alter table "crm"."personal_key" add constraint "personal_key_created_at_check" check (created_at >= '1900-01-01 00:00:00+00' and created_at < '2200-01-01 00:00:00+00');

alter table "crm"."break_glass" add constraint "break_glass_user_id_foreign" foreign key ("user_id") references "crm"."app_user" ("id");
alter table "crm"."break_glass" add constraint "break_glass_hour_check" check (expires_at > started_at and expires_at <= started_at + '01:00:00'::interval);
alter table "crm"."break_glass" add constraint "break_glass_reason_check" check (btrim(reason) <> '');
alter table "crm"."break_glass" add constraint "break_glass_started_at_check" check (started_at >= '1900-01-01 00:00:00+00' and started_at < '2200-01-01 00:00:00+00');
alter table "crm"."break_glass" add constraint "break_glass_expires_at_check" check (expires_at >= '1900-01-01 00:00:00+00' and expires_at < '2200-01-01 00:00:00+00');
alter table "crm"."break_glass" add constraint "break_glass_ended_at_check" check (ended_at >= '1900-01-01 00:00:00+00' and ended_at < '2200-01-01 00:00:00+00');
`,
  `
drop function crm.audit_digest;
drop table if exists "crm"."audit_stream" cascade;
drop table if exists "crm"."personal_key" cascade;
drop table if exists "crm"."break_glass" cascade;

drop index "crm"."audit_entry_action_id_index";
drop index "crm"."audit_entry_request_id_index";
alter table "crm"."audit_entry" drop constraint "audit_entry_stream_position_unique";
alter table "crm"."audit_entry" drop constraint "audit_entry_position_check";
alter table "crm"."audit_entry" drop column "stream", drop column "position", drop column "hash";
`,
);
