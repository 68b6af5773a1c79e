import { beforeEach, describe, expect, test } from "vitest";
import { bootstrap } from "../../../api/access/bootstrap.ts";
import { createDepartment } from "../../../api/access/department.service.ts";
import { principalByLogin } from "../../../api/access/principal.ts";
import { setPassword } from "../../../api/access/user-password.service.ts";
import { createUser } from "../../../api/access/user.service.ts";
import type { Work } from "../../../api/server/context.ts";
import { BUILT_IN_ROLES } from "../../../schema/access/default-grants.ts";
import { SYSTEM_ROWS, withRowContext } from "../../../schema/access/row-context.ts";
import { systemClock } from "../../../schema/kernel/clock.ts";
import type { Principal } from "../../../schema/kernel/principal.ts";
import { ownDatabase } from "../../support/database.ts";

const database = ownDatabase();
const settings = { adminLogin: "root", adminPassword: undefined, locale: "en" } as const;
const rows = (text: string) => database.sql("crm_owner", text);
const workOf = (principal: Principal): Work => ({
  em: database.orm.em.fork(),
  principal,
  clock: systemClock,
  requestId: "test",
});
const system = () => workOf({ kind: "system", name: "test" });
const asSystem = <T>(work: () => Promise<T>): Promise<T> => withRowContext(SYSTEM_ROWS, work);

beforeEach(() =>
  database.sql(
    "superuser",
    `truncate crm.department, crm.app_user, crm.role, crm.department_history, crm.user_history,
     crm.sign_in_throttle cascade`,
  ),
);

describe("an empty database", () => {
  test("is left alone where the given password is too easy, and the variable is named", async () => {
    const easy = bootstrap(database.orm, { ...settings, adminPassword: "root-password" });
    await expect(easy).rejects.toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: "CRM_ADMIN_PASSWORD" }],
    });
    expect(await rows("select from crm.app_user")).toEqual([]);
    expect(await rows("select from crm.department")).toEqual([]);
  });

  test("gets a company, the built-in roles and one administrator, once", async () => {
    const all = await Promise.all([1, 2, 3].map(() => bootstrap(database.orm, settings)));
    const created = all.filter((each) => each.created);
    expect(created).toHaveLength(1);
    expect(created[0]?.created?.login).toBe("root");
    expect(created[0]?.created?.password).toMatch(/^[\w-]{16}$/);
    expect(await rows("select code, name, parent_id from crm.department")).toEqual([
      { code: "ROOT", name: "Company", parent_id: null },
    ]);
    expect(await rows("select must_change from crm.user_credential")).toEqual([
      { must_change: true },
    ]);
    expect(await bootstrap(database.orm, settings)).toEqual({});
  });

  test("takes a given password without asking for another", async () => {
    const given = { ...settings, adminPassword: "a password of mine" };
    expect(await bootstrap(database.orm, given)).toEqual({ created: { login: "root" } });
    expect(await rows("select must_change from crm.user_credential")).toEqual([
      { must_change: false },
    ]);
  });

  test.each(BUILT_IN_ROLES)("gives $code exactly the grants of its declaration", async (role) => {
    await bootstrap(database.orm, settings);
    const stored = await database.sql(
      "crm_owner",
      `select g.resource, g.action, g.scope, g.fields from crm.role_grant g
       join crm.role r on r.id = g.role_id where r.code = $1`,
      [role.code],
    );
    const declared = role.grants.map(({ resource, action, scope, fields }) => ({
      resource,
      action,
      scope,
      fields: fields ?? {},
    }));
    expect(stored).toHaveLength(declared.length);
    expect(stored).toEqual(expect.arrayContaining(declared));
  });
});

test("grants that an administrator has changed outlive the next start", async () => {
  await bootstrap(database.orm, settings);
  await rows("update crm.role_grant set scope = 'NONE' where resource = 'customer'");
  await bootstrap(database.orm, settings);
  expect(
    await rows("select distinct scope from crm.role_grant where resource = 'customer'"),
  ).toEqual([{ scope: "NONE" }]);
});

describe("users and departments", () => {
  const person = async (given: object = {}) => {
    const [root] = await rows("select id from crm.department where code = 'ROOT'");
    return {
      login: "ann",
      displayName: "Ann",
      departmentId: String((root as { id?: string }).id),
      roles: ["ACCOUNT_MANAGER"],
      ...given,
    };
  };
  beforeEach(() => bootstrap(database.orm, settings));

  test("with several faults are refused with all of them, and nothing is written", async () => {
    const input = await person({ login: "a b", displayName: " ", password: "short" });
    await expect(asSystem(() => createUser(system(), input))).rejects.toMatchObject({
      code: "INVALID_INPUT",
      issues: [
        { path: "input.login" },
        { path: "input.displayName" },
        { path: "input.password", code: "PASSWORD_LENGTH" },
      ],
    });
    expect(await rows("select from crm.app_user where login = 'a b'")).toHaveLength(0);
  });

  test("of an unknown role hear of the nearest one", async () => {
    const input = await person({ roles: ["ACCOUNT_MANGER"] });
    await expect(asSystem(() => createUser(system(), input))).rejects.toMatchObject({
      issues: [{ path: "input.roles[0]", suggestions: ["ACCOUNT_MANAGER"] }],
    });
  });

  test("are unique by login whatever the capitals, and by code", async () => {
    await asSystem(async () => createUser(system(), await person()));
    await expect(
      asSystem(async () => createUser(system(), await person({ login: "ANN" }))),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      asSystem(() => createDepartment(system(), { code: "ROOT", name: "x", parentId: null })),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("are made by those alone who hold the right", async () => {
    const principal = await asSystem(async () => {
      await createUser(system(), await person());
      return principalByLogin(database.orm.em.fork(), "ann");
    });
    if (!principal) throw new Error("ann is missing");
    const input = await person({ login: "bob" });
    await expect(createUser(workOf(principal), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      createDepartment(workOf(principal), { code: "X", name: "X", parentId: null }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(
      setPassword(workOf(principal), { login: "root", password: "taken over", mustChange: false }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("get a new password by an administrator, whose setting leaves an entry in the audit log", async () => {
    const reset = { login: "ROOT", password: "a fresh start", mustChange: true };
    await expect(
      asSystem(() => setPassword(system(), { ...reset, login: "nobody" })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await asSystem(() => setPassword(system(), { ...reset, login: "root" }));
    expect(await rows("select must_change from crm.user_credential")).toEqual([
      { must_change: true },
    ]);
    expect(
      await rows("select principal from crm.audit_entry where action = 'user:setPassword'"),
    ).toEqual([{ principal: "system:test" }]);
  });
});
