import { beforeAll, describe, expect, test } from "vitest";
import { administration, refusal, type GrantInput } from "../../../support/administration.ts";
import { ADMIN } from "../../../support/api.ts";
import { salesCompany } from "../../../support/sales-company.ts";

const company = salesCompany();
const admin = administration(company);
const PASSWORD = "a long and winding road";

interface Limits {
  readonly actions: readonly {
    resource: string;
    action: string;
    scopes: string[];
    reason: string;
  }[];
  readonly fields: readonly { resource: string; field: string; rights: string[] }[];
}
const LIMITS = `query ($roleId: ID!) { grantLimits(roleId: $roleId) {
  actions { resource action scopes reason } fields { resource field rights reason } } }`;
const ROLE_LIMITS = `query ($userId: ID!) { roleLimits(userId: $userId) { role reason } }`;

const limits = async (token: string, code: string): Promise<Limits> => {
  const variables = { roleId: await admin.roleId(code) };
  const { data, errors } = await company.ask<{ grantLimits: Limits }>(LIMITS, variables, { token });
  expect(errors).toEqual([]);
  return data?.grantLimits ?? { actions: [], fields: [] };
};
const on = ({ actions }: Limits, resource: string, action: string) =>
  actions.find((one) => one.resource === resource && one.action === action);
const roleLimits = async (token: string, userId: string): Promise<Record<string, string>> => {
  const { data, errors } = await company.ask<{
    roleLimits: readonly { role: string; reason: string }[];
  }>(ROLE_LIMITS, { userId }, { token });
  expect(errors).toEqual([]);
  return Object.fromEntries((data?.roleLimits ?? []).map(({ role, reason }) => [role, reason]));
};

const office = (resource: string, actions: readonly string[]): GrantInput[] =>
  actions.map((action) => ({ resource, action, scope: "ALL" }));
let dora = "";
beforeAll(async () => {
  await admin.role("OFFICE", [
    ...office("role", ["read", "update", "assign"]),
    ...office("user", ["read", "update"]),
    {
      resource: "customer",
      action: "read",
      scope: "DEPARTMENT_TREE",
      fields: [{ field: "bank", right: "masked" }],
    },
  ]);
  await admin.role("SMALL", [{ resource: "customer", action: "read", scope: "OWN" }]);
  await admin.role("LARGE", [{ resource: "customer", action: "read", scope: "ALL" }]);
  await admin.command("createUser", {
    login: "dora",
    displayName: "dora",
    password: PASSWORD,
    mustChangePassword: false,
    roles: ["OFFICE"],
    departmentId: company.departmentId("EAST"),
  });
  dora = await company.signIn("dora", PASSWORD);
});

describe("what an editor of grants offers", () => {
  test("has no limits for a system administrator who does not hold the role", async () => {
    expect(await limits(await admin.admin(), "SMALL")).toEqual({ actions: [], fields: [] });
  });

  test("keeps what administrators need, and does not widen one's own role", async () => {
    const own = await limits(await admin.admin(), "SYSTEM_ADMIN");
    expect(on(own, "role", "update")).toMatchObject({
      scopes: ["ALL"],
      reason: expect.stringContaining("System administrators keep this"),
    });
    expect(on(own, "customer", "read")).toMatchObject({
      scopes: ["NONE"],
      reason: expect.stringContaining("You hold this role yourself"),
    });
    expect(on(own, "user", "create")).toBeUndefined();
  });

  test("stays within what a delegated administrator holds, as the command judges it", async () => {
    const told = await limits(dora, "SMALL");
    expect(on(told, "customer", "read")?.scopes).toEqual([
      "NONE",
      "OWN",
      "DEPARTMENT",
      "DEPARTMENT_TREE",
      "LIST",
    ]);
    expect(on(told, "customer", "update")?.scopes).toEqual(["NONE"]);
    expect(on(told, "user", "update")).toBeUndefined();
    // The role shows bank details already; what it has may stay.
    expect(told.fields).toContainEqual(
      expect.objectContaining({ field: "bank", rights: ["hidden", "masked", "read"] }),
    );
    const roleId = await admin.roleId("SMALL");
    const setting = async (scope: string) =>
      refusal(
        await admin.attempt({ token: dora }, "setRoleGrants", {
          roleId,
          version: await admin.versionOf("role", roleId),
          grants: [
            {
              resource: "customer",
              action: "read",
              scope,
              fields: [{ field: "bank", right: "masked" }],
            },
          ],
        }),
      );
    expect(await setting("ALL")).toBe("FORBIDDEN BEYOND_OWN_RIGHTS");
    expect(await setting("DEPARTMENT_TREE")).toBe("");
  });
});

describe("what an editor of somebody's roles offers", () => {
  test("is everything to a system administrator, but for oneself and the last one", async () => {
    expect(await roleLimits(await admin.admin(), company.idOf("ann"))).toEqual({});
    const [me] = await company.rows<{ id: string }>(
      "select id from crm.app_user where login = $1",
      [ADMIN.login],
    );
    const own = await roleLimits(await admin.admin(), me?.id ?? "");
    expect(own["SYSTEM_ADMIN"]).toContain("last active system administrator");
    expect(own["SMALL"]).toContain("Nobody gives themselves a role");
  });

  test("is what a delegated administrator holds, and nothing of a system administrator", async () => {
    const told = await roleLimits(dora, company.idOf("ann"));
    expect(told).not.toHaveProperty("OFFICE");
    expect(told["LARGE"]).toContain("Beyond your own rights");
    const [boss] = await company.rows<{ id: string }>(
      "select id from crm.app_user where login = $1",
      [ADMIN.login],
    );
    const locked = await roleLimits(dora, boss?.id ?? "");
    expect(locked["OFFICE"]).toContain("Only a system administrator");
  });
});

test("users are found by a role, by whoever may see roles", async () => {
  const FIND = `{ users(filter: { roles: { contains: "OFFICE" } }) { edges { node { login } } } }`;
  const { data } = await company.ask<{ users: { edges: unknown[] } }>(
    FIND,
    {},
    { token: await admin.admin() },
  );
  expect(data?.users.edges).toEqual([{ node: { login: "dora" } }]);
  const { errors } = await company.as("ann", FIND);
  expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
});

test("a department tells how many people belong to it", async () => {
  const { data } = await company.ask<{ department: { people: number } }>(
    "query ($id: ID!) { department(id: $id) { people } }",
    { id: company.departmentId("EAST") },
    { token: await admin.admin() },
  );
  const [row] = await company.rows<{ count: number }>(
    "select count(*)::int as count from crm.app_user where department_id = $1",
    [company.departmentId("EAST")],
  );
  expect(data?.department.people).toBe(row?.count);
});
