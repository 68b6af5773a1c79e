import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { PERMISSIONS, RESOURCE_NAMES } from "../../../../schema/access/permissions.ts";
import { administration, refusal, type GrantInput } from "../../../support/administration.ts";
import { salesCompany } from "../../../support/sales-company.ts";

const company = salesCompany();
const admin = administration(company);
const grantsOf = async (id: string) => {
  const { data, errors } = await company.ask<{ role: { grants: GrantInput[] } }>(
    `query ($id: ID!) { role(id: $id) {
      grants { resource action scope departmentIds fields { field right } } } }`,
    { id },
    { token: await admin.admin() },
  );
  expect(errors).toEqual([]);
  return data?.role.grants;
};
const READS: GrantInput = { resource: "customer", action: "read", scope: "OWN" };

describe("a role", () => {
  test("is made, named, given grants and removed, each with its audit entry", async () => {
    const input = { code: "KEY_ACCOUNTS", nameZh: "大客户", nameEn: "Key accounts" };
    const { id, version } = await admin.command("createRole", input);
    await admin.command("updateRole", { id, version, code: "KEYS", nameEn: "Keys" });
    const grants = [
      {
        resource: "contact",
        action: "read",
        scope: "LIST",
        departmentIds: [company.departmentId("EAST")],
        fields: [{ field: "memo", right: "masked" }],
      },
      { ...READS, departmentIds: [], fields: [] },
    ];
    await admin.setGrants(id, grants);
    expect(await grantsOf(id)).toEqual(grants);
    await admin.setGrants(id, [READS]);
    expect(await grantsOf(id)).toEqual([{ ...READS, departmentIds: [], fields: [] }]);
    const gone = { id, version: await admin.versionOf("role", id) };
    expect((await admin.attempt("admin", "deleteRole", gone)).errors).toEqual([]);
    const entries = await company.rows<{ action: string }>(
      "select action from crm.audit_entry where record_id = $1 order by id",
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      "role:create",
      "role:update",
      "role:setGrants",
      "role:setGrants",
      "role:delete",
    ]);
  });

  test("that is built in keeps its code and stays; one that is held stays too", async () => {
    const id = await admin.roleId("EXECUTIVE");
    const target = { id, version: await admin.versionOf("role", id) };
    expect(refusal(await admin.attempt("admin", "updateRole", { ...target, code: "BOSS" }))).toBe(
      "INVALID_INPUT BUILT_IN",
    );
    expect(refusal(await admin.attempt("admin", "deleteRole", target))).toBe("CONFLICT");
    await admin.command("updateRole", { ...target, nameZh: "管理层" });
    const held = await admin.role("HELD", []);
    await admin.setRoles(company.idOf("amy"), ["SERVICE_AGENT", "HELD"]);
    const version = await admin.versionOf("role", held);
    expect(refusal(await admin.attempt("admin", "deleteRole", { id: held, version }))).toBe(
      "CONFLICT IN_USE",
    );
  });

  test("has a code of its own that can be typed", async () => {
    const make = (code: string) =>
      admin.attempt("admin", "createRole", { code, nameZh: "x", nameEn: "x" });
    expect(refusal(await make("EXECUTIVE"))).toBe("CONFLICT CODE_TAKEN");
    for (const code of ["lower", "1ST", "A B", "A-B", "Ä", ""]) {
      expect((await make(code)).errors[0]?.extensions.code, code).toBe("INVALID_INPUT");
    }
  });

  test("that is missing answers like an id that is none", async () => {
    for (const [name, more] of [
      ["updateRole", { nameZh: "x" }],
      ["deleteRole", {}],
    ] as const) {
      const answers = await Promise.all(
        [randomUUID(), "no id"].map((id) =>
          admin.attempt("admin", name, { id, version: 1, ...more }),
        ),
      );
      expect(answers.map(refusal)).toEqual(["NOT_FOUND", "NOT_FOUND"]);
      expect(answers[0]?.text).toBe(answers[1]?.text);
    }
    const input = { roleId: randomUUID(), version: 1, grants: [READS] };
    expect(refusal(await admin.attempt("admin", "setRoleGrants", input))).toBe("NOT_FOUND");
  });
});

describe("grants", () => {
  const list = (departmentIds: readonly string[]): GrantInput => ({
    ...READS,
    scope: "LIST",
    departmentIds,
  });
  const fields = (field: string, right: string): GrantInput => ({
    ...READS,
    fields: [{ field, right }],
  });

  test.each<[string, GrantInput, string, string[]]>([
    ["a resource", { ...READS, resource: "custommer" }, "resource", ["customer"]],
    ["an action", { ...READS, action: "raed" }, "action", ["read"]],
    ["an action of another resource", { ...READS, action: "reassign" }, "action", []],
    ["a scope", { ...READS, scope: "DEPARTMENT_TREES" }, "scope", ["DEPARTMENT_TREE"]],
    ["a prototype", { ...READS, resource: "constructor" }, "resource", []],
    [
      "a scope on rows without owners",
      { resource: "product", action: "read", scope: "OWN" },
      "scope",
      [],
    ],
    ["a field", fields("bankAcount", "read"), "fields[0].field", ["bankAccount"]],
    ["a right", fields("bank", "reed"), "fields[0].right", ["read"]],
    ["no department", list([]), "departmentIds", []],
    ["a missing department", list([randomUUID()]), "departmentIds[0]", []],
    ["no id of a department", list(["no id"]), "departmentIds[0]", []],
    ["departments without LIST", { ...READS, departmentIds: ["x"] }, "departmentIds", []],
  ])("that name %s are refused with path and nearest names", async (_what, grant, at, nearest) => {
    const id = (await admin.roleId("REFUSED")) || (await admin.role("REFUSED", [READS]));
    const good = { ...READS, action: "update" };
    const version = await admin.versionOf("role", id);
    const input = { roleId: id, version, grants: [good, grant] };
    const { errors } = await admin.attempt("admin", "setRoleGrants", input);
    expect(errors[0]?.extensions.code).toBe("INVALID_INPUT");
    const [issue] = (errors[0]?.extensions.issues ?? []) as readonly {
      path: string;
      suggestions?: readonly string[];
    }[];
    expect(issue?.path).toBe(`input.grants[1].${at}`);
    expect(issue?.suggestions ?? []).toEqual(expect.arrayContaining(nearest));
    expect(await grantsOf(id)).toEqual([{ ...READS, departmentIds: [], fields: [] }]);
  });

  test("are given once each, in the version that was read", async () => {
    const id = await admin.role("ONCE", []);
    const version = await admin.versionOf("role", id);
    const set = (grants: readonly GrantInput[], at: number) =>
      admin.attempt("admin", "setRoleGrants", { roleId: id, version: at, grants });
    expect(refusal(await set([READS, { ...READS, scope: "ALL" }], version))).toBe(
      "INVALID_INPUT TWICE",
    );
    expect(refusal(await set([READS], version - 1))).toBe("CONFLICT");
    const answers = await Promise.all([set([READS], version), set([], version)]);
    expect(answers.map(refusal).toSorted()).toEqual(["", "CONFLICT"]);
  });
});

test("the catalogue names every permission, with captions in the asker's language", async () => {
  interface Named {
    name: string;
    caption: string;
  }
  type Entry = Named & { actions: Named[]; scopes: Named[]; fields: Named[]; rights: Named[] };
  const ask = async (language: string) => {
    const { data } = await company.ask<{ permissions: Entry[] }>(
      `{ permissions { name caption actions { name caption } scopes { name caption }
        fields { name caption } rights { name caption } } }`,
      {},
      { token: await admin.admin(), headers: { "accept-language": language } },
    );
    return data?.permissions ?? [];
  };
  const [zh, en] = [await ask("zh-CN"), await ask("en")];
  expect(en.map(({ name }) => name)).toEqual(RESOURCE_NAMES);
  expect(en.flatMap(({ name, actions }) => actions.map((a) => `${name}:${a.name}`))).toEqual(
    PERMISSIONS,
  );
  const customer = zh.find(({ name }) => name === "customer");
  expect(customer?.caption).toBe("客户");
  expect(customer?.scopes.map(({ name }) => name)).toEqual([
    "NONE",
    "OWN",
    "DEPARTMENT",
    "DEPARTMENT_TREE",
    "ALL",
    "LIST",
  ]);
  expect(customer?.fields).toContainEqual({ name: "bankAccount", caption: "银行账号" });
  expect(zh.find(({ name }) => name === "product")?.scopes.map(({ name }) => name)).toEqual([
    "NONE",
    "ALL",
  ]);
});
