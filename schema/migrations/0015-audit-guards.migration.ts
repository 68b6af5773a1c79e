import { sqlMigration } from "./sql-migration.ts";

const TABLES = ["audit_stream", "personal_key", "break_glass"];

/**
 * A transaction takes a stream that no other holds and keeps it to its end, so writers never wait for each other,
 * not even for an import of minutes, and each chain still grows one entry after the other. The end of a stream is
 * kept apart: where entries were taken off it, the next one goes on behind the gap.
 */
const CHAIN = `
create function crm.chain_audit_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  mine text := pg_current_xact_id()::text || ':';
  held text := current_setting('crm.audit_stream', true);
  taken int;
  at_end record;
  last record;
begin
  if starts_with(held, mine) then
    select s.id into taken from crm.audit_stream s where s.id = substr(held, length(mine) + 1)::int for update;
  end if;
  if taken is null then
    select s.id into taken from crm.audit_stream s order by s.id limit 1 for update skip locked;
    if taken is null then
      insert into crm.audit_stream default values returning id into taken;
    end if;
    perform set_config('crm.audit_stream', mine || taken, true);
  end if;
  select s.position, s.hash into at_end from crm.audit_stream s where s.id = taken;
  -- rows of the same statement are here, but not yet at the end
  select e.position, e.hash into last from crm.audit_entry e
  where e.stream = taken and e.position > at_end.position order by e.position desc limit 1;
  if not found then
    last := at_end;
  end if;
  new.at := clock_timestamp();
  new.stream := taken;
  new.position := last.position + 1;
  new.hash := crm.audit_digest(last.hash, new);
  return new;
end $$;

create function crm.move_audit_end() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update crm.audit_stream s set position = l.position, hash = l.hash
  from (select distinct on (stream) stream, position, hash from added order by stream, position desc) l
  where s.id = l.stream;
  return null;
end $$;

create trigger chain before insert on crm.audit_entry for each row execute function crm.chain_audit_entry();
create trigger chain_end after insert on crm.audit_entry referencing new table as added
  for each statement execute function crm.move_audit_end();
revoke execute on function crm.chain_audit_entry, crm.move_audit_end from public;
`;

/** The rights of crm_app as `access/row-policies.ts` declared them when this was written. */
const RIGHTS = `
grant select on crm.audit_stream to crm_app;
create policy app_select on crm.audit_stream for select to crm_app using ((select crm.sees_some('audit')));

grant select, insert, delete on crm.personal_key to crm_app;
create policy app_select on crm.personal_key for select to crm_app using ((select crm.commanding()) or (select crm.sees_some('audit')));
create policy app_insert on crm.personal_key for insert to crm_app with check ((select crm.commanding()));
create policy app_delete on crm.personal_key for delete to crm_app using ((select crm.commanding()));

grant select, insert, update on crm.break_glass to crm_app;
create policy app_select on crm.break_glass for select to crm_app using ((select crm.commanding()));
create policy app_insert on crm.break_glass for insert to crm_app with check ((select crm.commanding()));
create policy app_update on crm.break_glass for update to crm_app using ((select crm.commanding()));

-- the warehouse has no use for keys
create policy etl_read on crm.audit_stream for select to crm_etl using (true);
create policy etl_read on crm.break_glass for select to crm_etl using (true);
grant select on crm.audit_stream, crm.break_glass to crm_etl;
`;

/** Reading everything begins and ends at once in every process. */
const ANNOUNCED = `
create trigger announce_rights after insert or update on crm.break_glass
  for each statement execute function crm.announce_rights();
`;

/** Roles that exist already learn what is new; a grant that an administrator made stays. */
const GRANTS = `
insert into crm.role_grant (role_id, resource, action, scope)
select r.id, g.resource, g.action, g.scope from (values
  ('SYSTEM_ADMIN', 'breakGlass', 'run', 'ALL'),
  ('SALES_SUPERVISOR', 'contact', 'reveal', 'DEPARTMENT_TREE'),
  ('SALES_SUPERVISOR', 'contact', 'erase', 'DEPARTMENT_TREE'),
  ('ACCOUNT_MANAGER', 'contact', 'reveal', 'OWN')
) as g (role, resource, action, scope) join crm.role r on r.code = g.role
on conflict (role_id, resource, action) do nothing;
`;

/** What guards the audit log, the keys and break-glass access. */
export const AUDIT_GUARDS = sqlMigration(
  "0015-audit-guards",
  `${TABLES.map(
    (table) => `
alter table crm.${table} enable row level security;
alter table crm.${table} force row level security;
create policy owner_all on crm.${table} to crm_owner using (true) with check (true);
`,
  ).join("")}${CHAIN}${RIGHTS}${ANNOUNCED}${GRANTS}`,
  `
delete from crm.role_grant where resource = 'breakGlass' or (resource = 'contact' and action in ('reveal', 'erase'));
drop trigger announce_rights on crm.break_glass;
drop trigger chain_end on crm.audit_entry;
drop trigger chain on crm.audit_entry;
drop function crm.move_audit_end;
drop function crm.chain_audit_entry;
${TABLES.map(
  (table) => `
drop policy owner_all on crm.${table};
drop policy if exists app_select on crm.${table};
drop policy if exists app_insert on crm.${table};
drop policy if exists app_update on crm.${table};
drop policy if exists app_delete on crm.${table};
drop policy if exists etl_read on crm.${table};
revoke all on crm.${table} from crm_app, crm_etl;
alter table crm.${table} no force row level security;
alter table crm.${table} disable row level security;`,
).join("")}
`,
);
