import { beforeAll, expect, test } from "vitest";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { ALL, anyOf, inDepartments, NONE, ownedBy, type Scope } from "../../schema/kernel/scope.ts";
import { plain } from "../../schema/orm.ts";
import { ownDatabase } from "../support/database.ts";
import { customerId, departmentId, foundCompany, userId, USERS } from "./support/company.ts";

const db = ownDatabase();
beforeAll(() => foundCompany(db));

/** The users whose customers are seen under a scope. */
const owners = (scopes: Record<string, Scope>, user = 2): Promise<string[]> =>
  withRowContext({ userId: userId(user), scopes }, async () => {
    const rows = await plain(db.orm.em.fork())
      .selectFrom("customer")
      .select("account_manager_id")
      .distinct()
      .orderBy("account_manager_id")
      .execute();
    return rows.map((row) => row.account_manager_id);
  });
const users = (...numbers: readonly number[]) => numbers.map(userId);

test.each<[string, Scope, readonly number[]]>([
  ["nothing", NONE, []],
  ["everything", ALL, USERS],
  ["one's own", ownedBy(userId(2)), [2]],
  ["a department", inDepartments([departmentId(2)], false), [2]],
  ["a department with the tree below it", inDepartments([departmentId(2)], true), [2, 3, 4]],
  ["a list of departments", inDepartments([departmentId(3), departmentId(6)], false), [3, 6]],
  ["the whole tree", inDepartments([departmentId(1)], true), USERS],
  [
    "a union",
    anyOf([
      ownedBy(userId(2)),
      inDepartments([departmentId(5)], true),
      inDepartments([departmentId(4)], false),
    ]),
    [2, 4, 5, 6, 7],
  ],
])("a scope of %s admits just that", async (_name, scope, expected) => {
  expect(await owners({ customer: scope })).toEqual(users(...expected));
});

test("a scope on one resource opens no other", async () => {
  expect(await owners({ opportunity: ALL, contact: ALL })).toEqual([]);
});

test("without a context nothing is seen, as the product everything", async () => {
  const count = async () => {
    const rows = await plain(db.orm.em.fork()).selectFrom("opportunity").select("id").execute();
    return rows.length;
  };
  expect(await count()).toBe(0);
  expect(await withRowContext(SYSTEM_ROWS, count)).toBe(USERS.length);
});

test("a contact is seen where its customer is and where its own scope reaches its owner", async () => {
  const contacts = (customer: Scope, contact: Scope) =>
    withRowContext({ userId: userId(2), scopes: { customer, contact } }, async () => {
      const rows = await plain(db.orm.em.fork()).selectFrom("contact").select("id").execute();
      return rows.length;
    });
  expect(await contacts(ALL, ALL)).toBe(14);
  expect(await contacts(ALL, ownedBy(userId(2)))).toBe(2);
  expect(await contacts(ownedBy(userId(2)), ALL)).toBe(2);
  expect(await contacts(ALL, NONE)).toBe(0);
  expect(await contacts(NONE, ALL)).toBe(0);
});

test("the parts of a record are seen where the record is", async () => {
  const seen = await withRowContext(
    {
      userId: userId(3),
      scopes: { opportunity: ownedBy(userId(3)), customer: ownedBy(userId(3)) },
    },
    async () => {
      const sql = plain(db.orm.em.fork());
      return {
        transitions: (await sql.selectFrom("opportunity_transition").select("id").execute()).length,
        versions: (await sql.selectFrom("customer_history").select("id").execute()).length,
      };
    },
  );
  expect(seen).toEqual({ transitions: 1, versions: 2 });
});

test("a transferred customer changes hands at once", async () => {
  await db.sql("crm_owner", "update crm.customer set account_manager_id = $2 where id = $1", [
    customerId(17),
    userId(2),
  ]);
  const names = await withRowContext(
    { userId: userId(2), scopes: { customer: ownedBy(userId(2)) } },
    () =>
      plain(db.orm.em.fork()).selectFrom("customer").select("number").orderBy("number").execute(),
  );
  expect(names.map(({ number }) => number)).toEqual(["KH12", "KH17", "KH2"]);
});

test("sessions are seen by their user, credentials by nobody outside a command", async () => {
  await db.sql(
    "crm_owner",
    "insert into crm.user_credential (user_id, password_hash) select id, 'x' from crm.app_user",
  );
  await db.sql(
    "crm_owner",
    "insert into crm.user_session (user_id, refresh_hash, expires_at) select id, id::text, '2100-01-01' from crm.app_user",
  );
  const seen = (user: number) =>
    withRowContext({ userId: userId(user), scopes: {} }, async () => {
      const sql = plain(db.orm.em.fork());
      return {
        sessions: (await sql.selectFrom("user_session").select("id").execute()).length,
        credentials: (await sql.selectFrom("user_credential").select("user_id").execute()).length,
      };
    });
  expect(await seen(2)).toEqual({ sessions: 1, credentials: 0 });
  const hashes = await withRowContext(SYSTEM_ROWS, () =>
    plain(db.orm.em.fork()).selectFrom("user_credential").selectAll().execute(),
  );
  expect(hashes).toEqual([]);
});

test("a name taken by a hidden customer is told by the constraint, not by the row", async () => {
  const attempt = withRowContext(
    { userId: userId(2), scopes: { customer: ownedBy(userId(2)) } },
    () =>
      db.orm.em.fork().transactional(async (tx) => {
        await tx.execute("select set_config('crm.command', pg_current_xact_id()::text, true)");
        await tx.execute(
          "insert into crm.customer (number, name, account_manager_id) values ('n', '客户 3', ?)",
          [userId(2)],
        );
      }),
  );
  const error: unknown = await attempt.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ constraint: "customer_name_key_unique" });
  expect(error).not.toMatchObject({ detail: expect.anything() });
});
