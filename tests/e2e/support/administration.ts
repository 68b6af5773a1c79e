import { randomBytes } from "node:crypto";
import { apiAs, type Api } from "./api.ts";
import type { Account, Company } from "./companies.ts";

interface Grant {
  readonly resource: string;
  readonly action: string;
  readonly scope: string;
  readonly fields?: readonly { readonly field: string; readonly right: string }[];
}

/** The administration over the API, for what a test needs before it looks at a page. */
export interface Office {
  readonly api: Api;
  /** A new role; answers its id and code. */
  role(grants: readonly Grant[]): Promise<{ id: string; code: string }>;
  setGrants(roleId: string, grants: readonly Grant[]): Promise<void>;
  /** Somebody new who holds roles and has changed their password already. */
  person(roles: readonly string[]): Promise<Account & { readonly id: string }>;
  /** A new department; answers its id. */
  department(name: string, parentId?: string): Promise<string>;
}

export const unique = (prefix: string): string => `${prefix}${randomBytes(4).toString("hex")}`;

export async function officeOf({ url, administrator }: Company): Promise<Office> {
  const api = await apiAs(url, administrator.login, administrator.password);
  const top = async () => {
    const { departments } = await api.ask<{
      departments: { edges: { node: { id: string } }[] };
    }>(
      "{ departments(first: 1, filter: { parentId: { isNull: true } }) { edges { node { id } } } }",
    );
    return departments.edges[0]?.node.id ?? "";
  };
  const command = async (name: string, input: object) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const answer = await api.ask<Record<string, { id: string; version: number }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { id version } }`,
      { input },
    );
    return answer[name] ?? { id: "", version: 0 };
  };
  return {
    api,
    async role(grants) {
      const code = unique("TEST_").toUpperCase();
      const { id, version } = await command("createRole", { code, nameZh: code, nameEn: code });
      await command("setRoleGrants", { roleId: id, version, grants });
      return { id, code };
    },
    async setGrants(roleId, grants) {
      const { role } = await api.ask<{ role: { version: number } }>(
        "query($id: ID!) { role(id: $id) { version } }",
        { id: roleId },
      );
      await command("setRoleGrants", { roleId, version: role.version, grants });
    },
    async person(roles) {
      const login = unique("person.");
      const password = randomBytes(18).toString("base64url");
      const { id } = await command("createUser", {
        login,
        displayName: login,
        departmentId: await top(),
        locale: "EN",
        roles,
        password,
        mustChangePassword: false,
      });
      return { id, login, password };
    },
    async department(name, parentId) {
      const code = unique("D");
      const above = parentId ?? (await top());
      return (await command("createDepartment", { code, name, parentId: above })).id;
    },
  };
}
