import { expect } from "vitest";
import { ADMIN, type Answer } from "./api.ts";
import type { Login, SalesCompany } from "./sales-company.ts";

export interface GrantInput {
  readonly resource: string;
  readonly action: string;
  readonly scope: string;
  readonly departmentIds?: readonly string[];
  readonly fields?: readonly { readonly field: string; readonly right: string }[];
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

const LEAVES = new Set(["deleteDepartment", "deleteRole", "setUserPassword"]);

/** The mutations of administration, by whom one likes. */
export function administration(company: SalesCompany) {
  let adminToken: string | undefined;
  const admin = async (): Promise<string> =>
    (adminToken ??= await company.signIn(ADMIN.login, ADMIN.password));
  const as = async (who: Login | "admin" | { token: string }): Promise<string> =>
    typeof who === "object" ? who.token : who === "admin" ? admin() : company.tokenOf(who);

  /** One mutation; refusals are answers. */
  const attempt = async (
    who: Login | "admin" | { token: string },
    name: string,
    input: object,
  ): Promise<Answer> => {
    const selection = LEAVES.has(name) ? "" : " { id version }";
    return company.ask(
      `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input)${selection} }`,
      { input },
      { token: await as(who) },
    );
  };
  /** One mutation by the administrator that must succeed. */
  const command = async (name: string, input: object): Promise<Versioned> => {
    const { data, errors } = await attempt("admin", name, input);
    expect(errors).toEqual([]);
    return data?.[name] as Versioned;
  };
  const versionOf = async (table: string, id: string): Promise<number> => {
    const [row] = await company.rows<{ version: number }>(
      `select version from crm.${table} where id = $1`,
      [id],
    );
    return row?.version ?? 0;
  };
  const roleId = async (code: string): Promise<string> => {
    const [row] = await company.rows<{ id: string }>("select id from crm.role where code = $1", [
      code,
    ]);
    return row?.id ?? "";
  };
  return {
    admin,
    /** After something has ended the administrator's session. */
    async signInAgain(): Promise<void> {
      adminToken = undefined;
      await admin();
    },
    attempt,
    command,
    versionOf,
    roleId,
    /** A new role with the given grants. */
    async role(code: string, grants: readonly GrantInput[]): Promise<string> {
      const { id, version } = await command("createRole", { code, nameZh: code, nameEn: code });
      await command("setRoleGrants", { roleId: id, version, grants });
      return id;
    },
    async setRoles(userId: string, roles: readonly string[]): Promise<void> {
      const version = await versionOf("app_user", userId);
      await command("setUserRoles", { userId, version, roles });
    },
    async setGrants(id: string, grants: readonly GrantInput[]): Promise<void> {
      await command("setRoleGrants", { roleId: id, version: await versionOf("role", id), grants });
    },
    async moveDepartment(id: string, parentId: string): Promise<void> {
      const version = await versionOf("department", id);
      await command("moveDepartment", { id, version, parentId });
    },
  };
}

/** The refusal of an answer: its code and the finer ones of its issues. */
export const refusal = ({ errors }: Answer): string =>
  errors
    .flatMap(({ extensions }) => [
      extensions.code,
      ...(extensions.issues ?? []).flatMap(({ code }) => code ?? []),
    ])
    .join(" ");
