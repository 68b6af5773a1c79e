import { expect, test } from "vitest";
import { APP_RIGHTS, appRightsSql } from "../../schema/access/row-policies.ts";
import { withClient } from "../../schema/postgres/server.ts";
import { ownDatabase } from "../support/database.ts";

const db = ownDatabase();

const TABLES =
  "select oid, relname from pg_class where relnamespace = 'crm'::regnamespace and relkind in ('r', 'p')";

/**
 * Rights and policies of crm_app as the database holds them, conditions as the server writes them.
 */
const APP_POLICIES = `
  select t.relname as table, p.polname as policy, p.polcmd as verb,
    pg_get_expr(p.polqual, p.polrelid) as admits, pg_get_expr(p.polwithcheck, p.polrelid) as accepts
  from pg_policy p join (${TABLES}) t on t.oid = p.polrelid
  where p.polroles = array['crm_app'::regrole::oid] order by 1, 2`;
const APP_GRANTS = `
  select table_name as table, string_agg(lower(privilege_type), ', ' order by privilege_type) as verbs
  from information_schema.role_table_grants where table_schema = 'crm' and grantee = 'crm_app' group by 1 order by 1`;

test("every table has row level security that binds its owner too, and the owner's own policy", async () => {
  const open = await db.sql(
    "crm_owner",
    `select relname from (${TABLES}) t join pg_class c using (oid, relname)
     where not (c.relrowsecurity and c.relforcerowsecurity and exists (
       select from pg_policy p where p.polrelid = t.oid and p.polname = 'owner_all'))`,
  );
  expect(open).toEqual([]);
});

test("the database holds the rights of the application exactly as they are declared", async () => {
  const [actual, declared] = await withClient(db.server, "crm_owner", db.name, async (client) => {
    const read = async () => ({
      policies: (await client.query(APP_POLICIES)).rows,
      grants: (await client.query(APP_GRANTS)).rows,
    });
    const before = await read();
    await client.query("begin");
    await client.query(`do $$ declare held record; begin
      for held in select tablename, policyname from pg_policies where schemaname = 'crm' and policyname like 'app_%' loop
        execute format('drop policy %I on crm.%I', held.policyname, held.tablename);
      end loop; end $$; revoke all on all tables in schema crm from crm_app`);
    for (const [table, rights] of Object.entries(APP_RIGHTS)) {
      await client.query(appRightsSql(table, rights));
    }
    const after = await read();
    await client.query("rollback");
    return [before, after];
  });
  expect(actual).toEqual(declared);
  expect(actual?.policies.length).toBeGreaterThan(60);
});

test("writing needs command mode on every table, one policy a verb", async () => {
  const writes = await db.sql<{ condition: string }>(
    "crm_owner",
    `select distinct coalesce(admits, accepts) as condition from (${APP_POLICIES}) p where verb <> 'r'`,
  );
  expect(writes).toEqual([{ condition: "( SELECT crm.commanding() AS commanding)" }]);
});

test.each([
  "create table crm.x ()",
  "create schema x",
  "create temp table x ()",
  "create function crm.x() returns int language sql return 1",
  "truncate crm.customer",
  "alter table crm.customer disable row level security",
  "drop policy app_select on crm.customer",
  "select * from crm.tombstone",
  "select * from crm.number_counter",
  "select * from public.migration",
  "update crm.etl_run set status = 'FAILED'",
  "update crm.audit_entry set action = 'x'",
  "delete from crm.audit_entry",
  "truncate crm.audit_entry",
  "update crm.audit_stream set position = 0",
  "insert into crm.audit_stream default values",
  "update crm.personal_key set wrapped = 'x'",
  "delete from crm.break_glass",
  "insert into crm.customer_history (id, valid_from, number, name, tier, account_manager_id, status) select id, valid_from, number, name, tier, account_manager_id, status from crm.customer_history",
  "set role crm_owner",
  "select * from graphile_worker._private_jobs",
])("the application may not: %s", async (statement) => {
  await expect(db.sql("crm_app", statement)).rejects.toThrow(/permission denied|must be owner/);
});

test.each([
  "update crm.customer set name = 'x'",
  "delete from crm.opportunity",
  "select * from crm.user_credential",
  "select * from crm.user_session",
  "select * from crm.user_second_factor",
  "select * from crm.api_key",
  "select * from crm.personal_key",
  "truncate crm.etl_run",
])("loading the warehouse may not: %s", async (statement) => {
  await expect(db.sql("crm_etl", statement)).rejects.toThrow(/permission denied/);
});

test("loading the warehouse reads every other table", async () => {
  const unread = await db.sql<{ relname: string }>(
    "crm_etl",
    `select relname from (${TABLES}) t where not has_table_privilege(t.oid, 'select') or not exists (
       select from pg_policy p where p.polrelid = t.oid and p.polname = 'etl_read') order by 1`,
  );
  expect(unread.map(({ relname }) => relname)).toEqual([
    "api_key",
    "password_reset",
    "personal_key",
    "recovery_code",
    "sign_in_throttle",
    "user_credential",
    "user_identity",
    "user_second_factor",
    "user_session",
  ]);
});

test("the queue's role sees no business table", async () => {
  await expect(db.sql("crm_jobs", "select from crm.customer")).rejects.toThrow(/permission denied/);
});

test("functions with their owner's rights have a fixed search path, and nobody else's call them", async () => {
  const loose = await db.sql(
    "crm_owner",
    `select proname from pg_proc where pronamespace = 'crm'::regnamespace and (
       (prosecdef and not coalesce(proconfig, '{}') @> array['search_path=pg_catalog, pg_temp'])
       or has_function_privilege('crm_jobs', oid, 'execute'))`,
  );
  expect(loose).toEqual([]);
});

test("every foreign key has an index that its parent's deletes can use", async () => {
  const unindexed = await db.sql(
    "crm_owner",
    `select conrelid::regclass::text as table, conname from pg_constraint k
     where contype = 'f' and connamespace = 'crm'::regnamespace and not exists (
       select from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1] and i.indpred is null)`,
  );
  expect(unindexed).toEqual([]);
});
