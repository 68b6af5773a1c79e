import { describe, expect, test } from "vitest";
import { salesCompany } from "../../support/sales-company.ts";
import { ADMIN } from "../../support/api.ts";

const api = salesCompany();
const USERS = `query ($filter: UserFilter) { users(filter: $filter, first: 200) { totalCount edges { node {
  displayName active login email roles department { code depth } } } } }`;

interface Node {
  readonly displayName: string;
  readonly login: string | null;
  readonly roles: readonly string[] | null;
  readonly department: { readonly code: string; readonly depth: number };
}
type Users = { users: { totalCount: number; edges: { node: Node }[] } };

describe("users", () => {
  test("are known to all staff by name and place, the rest is null", async () => {
    const { data, errors } = await api.as<Users>("ann", USERS);
    expect(errors).toEqual([]);
    expect(data?.users.totalCount).toBe(10);
    const hal = data?.users.edges.find(({ node }) => node.displayName === "hal")?.node;
    expect(hal).toEqual({
      displayName: "hal",
      active: true,
      login: null,
      email: null,
      roles: null,
      department: { code: "HARBOUR", depth: 2 },
    });
  });

  test("cannot be searched by what one may not see", async () => {
    const { errors } = await api.as("ann", USERS, { filter: { login: { eq: "hal" } } });
    expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
  });

  test("are seen whole by the administrator", async () => {
    const token = await api.signIn(ADMIN.login, ADMIN.password);
    const { data } = await api.ask<Users>(USERS, { filter: { login: { eq: "hal" } } }, { token });
    expect(data?.users.edges[0]?.node).toMatchObject({ login: "hal", roles: ["ACCOUNT_MANAGER"] });
  });
});

describe("departments", () => {
  test("form one tree with depth and the one above", async () => {
    const { data } = await api.as<{ departments: { edges: { node: Record<string, unknown> }[] } }>(
      "wes",
      "{ departments { edges { node { id code parentId depth } } } }",
    );
    const nodes = (data?.departments.edges ?? []).map(({ node }) => node);
    expect(nodes).toHaveLength(4);
    expect(nodes.find(({ code }) => code === "HARBOUR")).toMatchObject({
      parentId: api.departmentId("EAST"),
      depth: 2,
    });
    expect(nodes.find(({ code }) => code === "ROOT")).toMatchObject({ parentId: null, depth: 0 });
  });
});

describe("roles", () => {
  test("are the administrator's to see", async () => {
    const ROLES = "{ roles { edges { node { code builtIn } } } }";
    const token = await api.signIn(ADMIN.login, ADMIN.password);
    const { data } = await api.ask<{ roles: { edges: { node: { code: string } }[] } }>(
      ROLES,
      {},
      { token },
    );
    expect(data?.roles.edges.map(({ node }) => node.code)).toEqual([
      "ACCOUNT_MANAGER",
      "EXECUTIVE",
      "SALES_SUPERVISOR",
      "SERVICE_AGENT",
      "SYSTEM_ADMIN",
    ]);
    expect((await api.as("boss", ROLES)).errors[0]?.extensions.code).toBe("FORBIDDEN");
  });
});

test("an id that does not exist and one that is no id answer the same", async () => {
  const answers = await Promise.all(
    ["00000000-0000-7000-8000-000000000000", "no id", ""].map((id) =>
      api.as("ann", "query ($id: ID!) { user(id: $id) { id } }", { id }),
    ),
  );
  for (const { text, data, errors } of answers) {
    expect(data).toEqual({ user: null });
    expect(errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect(text).toBe(answers[0]?.text);
  }
});
