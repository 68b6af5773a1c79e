import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "../../../api/audit/verify.ts";
import { SYSTEM_ROWS, withRowContext } from "../../../schema/access/row-context.ts";
import { MIGRATIONS } from "../../../schema/migrations/list.ts";
import { openMigrator } from "../../../schema/migrations/migrator.ts";
import { connectionFor } from "../../../schema/postgres/server.ts";
import { customerId, foundCompany } from "../../sql/support/company.ts";
import { ownDatabase } from "../../support/database.ts";

const db = ownDatabase();
let owner: Awaited<ReturnType<typeof openMigrator>>;
beforeAll(async () => {
  await foundCompany(db);
  owner = await openMigrator(connectionFor(db.server, "crm_owner", db.name));
});
afterAll(() => owner.close());

/** Everything a migration can make, by its definition. */
const catalogue = () =>
  db.sql(
    "crm_owner",
    `select 'function' as kind, oid::regprocedure::text as name, pg_get_functiondef(oid) as definition
       from pg_proc where pronamespace = 'crm'::regnamespace
     union all select 'trigger', tgname || ' on ' || tgrelid::regclass, pg_get_triggerdef(t.oid)
       from pg_trigger t join pg_class c on c.oid = tgrelid where c.relnamespace = 'crm'::regnamespace and not tgisinternal
     union all select 'policy', policyname || ' on ' || tablename, concat_ws(' ', roles, cmd, qual, with_check)
       from pg_policies where schemaname = 'crm'
     union all select 'grant', table_name || ' to ' || grantee, string_agg(privilege_type, ',' order by privilege_type)
       from information_schema.role_table_grants where table_schema = 'crm' group by table_name, grantee
     union all select 'constraint', conname || ' on ' || conrelid::regclass, pg_get_constraintdef(oid)
       from pg_constraint where connamespace = 'crm'::regnamespace
     union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'crm'
     order by 1, 2`,
  );
const rows = () =>
  db.sql(
    "crm_owner",
    "select (select count(*) from crm.customer) as customers, (select count(*) from crm.opportunity) as opportunities",
  );

test("each migration on seeded data goes down and up again without a trace", async () => {
  const before = await catalogue();
  const data = await rows();
  const withoutTables = MIGRATIONS.slice(2).toReversed();
  for (const { name } of withoutTables) await owner.migrator.down({ migrations: [name] });
  expect(await rows()).toEqual(data);
  await owner.migrator.up();
  expect(await catalogue()).toEqual(before);
  expect(await rows()).toEqual(data);
});

test("after coming back, rows are stamped, versioned and guarded as before", async () => {
  await db.sql("crm_owner", "update crm.customer set tier = 4 where id = $1", [customerId(1)]);
  const versions = await db.sql("crm_owner", "select from crm.customer_history where id = $1", [
    customerId(1),
  ]);
  expect(versions).toHaveLength(2);
  expect(await db.sql("crm_app", "select from crm.customer")).toEqual([]);
});

test("audit entries from before the chain are chained in their order", async () => {
  const names = ["0015-audit-guards", "0014-audit-chain"];
  for (const name of names) await owner.migrator.down({ migrations: [name] });
  await db.sql(
    "crm_owner",
    "insert into crm.audit_entry (principal, action, resource) select 'system:test', 'a' || n, 'settings' from generate_series(1, 5) n",
  );
  await owner.migrator.up();
  const verified = await withRowContext(SYSTEM_ROWS, () => verifyAudit(db.orm.em.fork()));
  expect(verified).toEqual({ entries: 5, streams: 1, broken: undefined });
});

test("all the way down leaves nothing, and up again makes the same database", async () => {
  const before = await catalogue();
  await owner.migrator.down({ to: 0 });
  expect(await db.sql("crm_owner", "select from pg_namespace where nspname = 'crm'")).toEqual([]);
  await owner.migrator.up();
  expect(await catalogue()).toEqual(before);
});
