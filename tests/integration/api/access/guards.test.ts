import { beforeAll, describe, expect, test } from "vitest";
import { administration, refusal, type GrantInput } from "../../../support/administration.ts";
import { ADMIN } from "../../../support/api.ts";
import { salesCompany } from "../../../support/sales-company.ts";

const company = salesCompany();
const admin = administration(company);
const PASSWORD = "a long and winding road";

const DIRECTORY: readonly GrantInput[] = [
  ...["read", "create", "update"].map((action) => ({ resource: "user", action, scope: "ALL" })),
  ...["read", "update"].map((action) => ({ resource: "department", action, scope: "ALL" })),
  ...["read", "create", "update", "assign"].map((action) => ({
    resource: "role",
    action,
    scope: "ALL",
  })),
];
const reads = (scope: string, more: Partial<GrantInput> = {}): GrantInput => ({
  resource: "customer",
  action: "read",
  scope,
  ...more,
});

const newUser = (login: string, roles: readonly string[], department: string) =>
  admin.command("createUser", {
    login,
    displayName: login,
    password: PASSWORD,
    mustChangePassword: false,
    roles,
    departmentId: company.departmentId(department),
  });
/** Everything that decides who may do what; a refusal leaves it as it was. */
const rights = () =>
  company.rows(`select
    (select json_agg(u order by id) from (select id, active, department_id, version from crm.app_user) u) as users,
    (select json_agg(h order by user_id, role_id) from crm.user_role h) as held,
    (select json_agg(g order by id) from crm.role_grant g) as grants,
    (select json_agg(d order by id) from (select id, parent_id from crm.department) d) as tree`);
const me = async (id: string) => ({ id, version: await admin.versionOf("app_user", id) });
const forUser = async (userId: string) => ({
  userId,
  version: await admin.versionOf("app_user", userId),
});

describe("a delegated administrator of the east", () => {
  let dora: { token: string };
  let doraId: string;
  let hand: string;
  beforeAll(async () => {
    await admin.role("OFFICE", [...DIRECTORY, reads("DEPARTMENT_TREE", { fields: [] })]);
    hand = await admin.role("HAND", [reads("OWN")]);
    await admin.role("DEPARTMENT_HAND", [reads("DEPARTMENT")]);
    await admin.role("TREE_HAND", [reads("DEPARTMENT_TREE")]);
    await admin.role("LIST_HAND", [
      reads("LIST", { departmentIds: [company.departmentId("HARBOUR")] }),
    ]);
    await admin.role("FAR_HAND", [
      reads("LIST", { departmentIds: [company.departmentId("WEST")] }),
    ]);
    await admin.role("ALL_HAND", [reads("ALL")]);
    await admin.role("UPDATE_HAND", [{ ...reads("OWN"), action: "update" }]);
    doraId = (await newUser("dora", ["OFFICE"], "EAST")).id;
    dora = { token: await company.signIn("dora", PASSWORD) };
  });

  const give = async (roles: readonly string[], department: string, login: string) => {
    const { id } = await newUser(login, [], department);
    const before = await rights();
    const answer = await admin.attempt(dora, "setUserRoles", { ...(await forUser(id)), roles });
    if (answer.errors.length > 0) expect(await rights()).toEqual(before);
    return refusal(answer);
  };

  test.each([
    ["HAND", "EAST", ""],
    ["HAND", "HARBOUR", ""],
    ["DEPARTMENT_HAND", "HARBOUR", ""],
    ["TREE_HAND", "EAST", ""],
    ["LIST_HAND", "WEST", ""],
    ["OFFICE", "EAST", ""],
    ["DEPARTMENT_HAND", "WEST", "FORBIDDEN BEYOND_OWN_RIGHTS"],
    ["TREE_HAND", "ROOT", "FORBIDDEN BEYOND_OWN_RIGHTS"],
    ["FAR_HAND", "EAST", "FORBIDDEN BEYOND_OWN_RIGHTS"],
    ["ALL_HAND", "EAST", "FORBIDDEN BEYOND_OWN_RIGHTS"],
    ["UPDATE_HAND", "EAST", "FORBIDDEN BEYOND_OWN_RIGHTS"],
    ["SYSTEM_ADMIN", "EAST", "FORBIDDEN BEYOND_OWN_RIGHTS"],
  ])("may give %s to somebody in %s: %s", async (role, department, answer) => {
    expect(await give([role], department, `u-${role}-${department}`.toLowerCase())).toBe(answer);
  });

  test("adds nobody with more than they hold", async () => {
    const input = {
      login: "proxy",
      displayName: "proxy",
      password: PASSWORD,
      roles: ["ALL_HAND"],
      departmentId: company.departmentId("EAST"),
    };
    expect(refusal(await admin.attempt(dora, "createUser", input))).toBe(
      "FORBIDDEN BEYOND_OWN_RIGHTS",
    );
    expect(await company.rows("select from crm.app_user where login = 'proxy'")).toEqual([]);
    expect(refusal(await admin.attempt(dora, "createUser", { ...input, roles: ["HAND"] }))).toBe(
      "",
    );
  });

  test("makes no role that reaches further, whether somebody holds it or nobody does", async () => {
    const set = async (roleId: string, grants: readonly GrantInput[]) =>
      refusal(
        await admin.attempt(dora, "setRoleGrants", {
          roleId,
          version: await admin.versionOf("role", roleId),
          grants,
        }),
      );
    expect(await set(hand, [reads("DEPARTMENT")])).toBe("");
    expect(await set(hand, [reads("ALL")])).toBe("FORBIDDEN BEYOND_OWN_RIGHTS");
    expect(await set(hand, [{ ...reads("OWN"), action: "update" }])).toBe(
      "FORBIDDEN BEYOND_OWN_RIGHTS",
    );
    const { id } = await admin.command("createRole", { code: "EMPTY", nameZh: "e", nameEn: "e" });
    expect(await set(id, [reads("ALL")])).toBe("FORBIDDEN BEYOND_OWN_RIGHTS");
    expect(await set(id, [reads("DEPARTMENT_TREE")])).toBe("");
    const office = await admin.roleId("OFFICE");
    expect(await set(office, [...DIRECTORY, reads("ALL")])).toMatch(/^FORBIDDEN/);
  });

  test("opens no field to others that is closed to them", async () => {
    const fields = [{ field: "bank", right: "hidden" }];
    const office = await admin.roleId("OFFICE");
    await admin.setGrants(office, [...DIRECTORY, reads("DEPARTMENT_TREE", { fields })]);
    expect(await give(["TREE_HAND"], "EAST", "field-hand")).toBe("FORBIDDEN BEYOND_OWN_RIGHTS");
    await admin.role("NO_BANK", [reads("OWN", { fields })]);
    expect(await give(["NO_BANK"], "EAST", "no-bank-hand")).toBe("");
    await admin.setGrants(office, [...DIRECTORY, reads("DEPARTMENT_TREE")]);
  });

  test("does not widen their own rights, by any way", async () => {
    const before = await rights();
    const attempts = [
      ["setUserRoles", { ...(await forUser(doraId)), roles: ["OFFICE", "HAND"] }],
      ["updateUser", { ...(await me(doraId)), departmentId: company.departmentId("ROOT") }],
      ["updateUser", { ...(await me(doraId)), departmentId: company.departmentId("WEST") }],
      [
        "moveDepartment",
        {
          id: company.departmentId("WEST"),
          version: await admin.versionOf("department", company.departmentId("WEST")),
          parentId: company.departmentId("EAST"),
        },
      ],
    ] as const;
    for (const [name, input] of attempts) {
      expect(refusal(await admin.attempt(dora, name, input)), name).toBe("FORBIDDEN OWN_RIGHTS");
    }
    expect(await rights()).toEqual(before);
  });

  test("moves nobody to where their roles reach what the mover does not hold", async () => {
    const input = {
      ...(await me(company.idOf("eva"))),
      departmentId: company.departmentId("ROOT"),
    };
    expect(refusal(await admin.attempt(dora, "updateUser", input))).toBe(
      "FORBIDDEN BEYOND_OWN_RIGHTS",
    );
    const manager = {
      ...(await me(company.idOf("bob"))),
      departmentId: company.departmentId("WEST"),
    };
    expect(refusal(await admin.attempt(dora, "updateUser", manager))).toBe("");
  });

  test("takes over no account with more rights, and touches no system administrator", async () => {
    const set = async (userId: string) =>
      refusal(await admin.attempt(dora, "setUserPassword", { userId, password: PASSWORD }));
    expect(await set(company.idOf("boss"))).toBe("FORBIDDEN BEYOND_OWN_RIGHTS");
    expect(await set(doraId)).toBe("FORBIDDEN");
    const mail = { ...(await me(company.idOf("boss"))), email: "mine@example.com" };
    expect(refusal(await admin.attempt(dora, "updateUser", mail))).toBe(
      "FORBIDDEN BEYOND_OWN_RIGHTS",
    );
    const { id: helper } = await newUser("helper", ["HAND"], "EAST");
    expect(await set(helper)).toBe("");
    const { id: root } = await newUser("second-admin", ["SYSTEM_ADMIN"], "ROOT");
    for (const [name, input] of [
      ["updateUser", { ...(await me(root)), active: false }],
      ["updateUser", { ...(await me(root)), email: "mine@example.com" }],
      ["setUserRoles", { ...(await forUser(root)), roles: [] }],
      ["setUserPassword", { userId: root, password: PASSWORD }],
    ] as const) {
      expect(refusal(await admin.attempt(dora, name, input)), name).toMatch(/^FORBIDDEN/);
    }
    await admin.setRoles(root, []);
  });
});

describe("a system administrator", () => {
  const adminId = async (): Promise<string> => {
    const [row] = await company.rows<{ id: string }>(
      "select id from crm.app_user where login = 'admin'",
    );
    return row?.id ?? "";
  };

  test("gives others what they lack themselves, and themselves nothing", async () => {
    const id = await adminId();
    const { id: other } = await newUser("new-exec", [], "ROOT");
    await admin.setRoles(other, ["EXECUTIVE", "SALES_SUPERVISOR"]);
    const own = { ...(await forUser(id)), roles: ["SYSTEM_ADMIN", "EXECUTIVE"] };
    expect(refusal(await admin.attempt("admin", "setUserRoles", own))).toBe("FORBIDDEN OWN_RIGHTS");
    const roleId = await admin.roleId("SYSTEM_ADMIN");
    const { data } = await company.ask<{ role: { version: number; grants: GrantInput[] } }>(
      `query ($id: ID!) { role(id: $id) { version
        grants { resource action scope departmentIds fields { field right } } } }`,
      { id: roleId },
      { token: await admin.admin() },
    );
    const { version, grants } = data?.role ?? { version: 0, grants: [] };
    const set = (wanted: readonly GrantInput[]) =>
      admin.attempt("admin", "setRoleGrants", { roleId, version, grants: wanted });
    expect(refusal(await set([...grants, reads("ALL")]))).toBe("FORBIDDEN OWN_RIGHTS");
    expect(refusal(await set(grants.filter(({ resource }) => resource !== "role")))).toBe(
      "CONFLICT LAST_ADMINISTRATOR",
    );
  });

  test("who is the last one can be neither disabled nor demoted, also by themselves", async () => {
    const id = await adminId();
    const before = await rights();
    const disable = { ...(await me(id)), active: false };
    expect(refusal(await admin.attempt("admin", "updateUser", disable))).toBe(
      "CONFLICT LAST_ADMINISTRATOR",
    );
    const demote = { ...(await forUser(id)), roles: [] };
    expect(refusal(await admin.attempt("admin", "setUserRoles", demote))).toBe(
      "CONFLICT LAST_ADMINISTRATOR",
    );
    expect(await rights()).toEqual(before);
  });

  test.each(["setUserRoles", "updateUser"])(
    "and another one who remove each other at once by %s leave one",
    async (name) => {
      for (let round = 0; round < 4; round++) {
        const first = await adminId();
        const login = `rival-${name}-${round}`.toLowerCase();
        const { id: second } = await newUser(login, ["SYSTEM_ADMIN"], "ROOT");
        const [one, two] = [
          { token: await company.signIn(ADMIN.login, ADMIN.password) },
          { token: await company.signIn(login, PASSWORD) },
        ];
        const against = async (id: string) =>
          name === "setUserRoles"
            ? { ...(await forUser(id)), roles: [] }
            : { ...(await me(id)), active: false };
        const [toSecond, toFirst] = [await against(second), await against(first)];
        const answers = await Promise.all([
          admin.attempt(one, name, toSecond),
          admin.attempt(two, name, toFirst),
        ]);
        expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
        const left = await company.rows<{ login: string }>(`select u.login from crm.app_user u
          join crm.user_role h on h.user_id = u.id join crm.role r on r.id = h.role_id
          where u.active and r.code = 'SYSTEM_ADMIN'`);
        expect(left).toHaveLength(1);
        // For the next round the first administrator is the only one again.
        await company.rows("update crm.app_user set active = true where id = $1", [first]);
        await company.rows("delete from crm.user_role where user_id = $1", [second]);
        await company.rows(
          `insert into crm.user_role (user_id, role_id) select $1, id from crm.role
           where code = 'SYSTEM_ADMIN' on conflict do nothing`,
          [first],
        );
        await admin.signInAgain();
      }
    },
  );
});
