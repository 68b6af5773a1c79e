import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { administration, refusal, type GrantInput } from "../../../support/administration.ts";
import { salesCompany } from "../../../support/sales-company.ts";

const company = salesCompany();
const admin = administration(company);

interface Previewed {
  readonly resource: string;
  readonly rows: number | null;
  readonly actions: readonly { action: string; allowed: boolean; reach: string }[];
  readonly fields: readonly { field: string; right: string; everywhere: boolean }[];
}
const PREVIEW = `query ($input: AccessPreviewInput!) { accessPreview(input: $input) { resource rows
  actions { action allowed reach } fields { field right everywhere } } }`;
const preview = async (input: object, token?: string, language = "en") => {
  const caller = {
    token: token ?? (await admin.admin()),
    headers: { "accept-language": language },
  };
  return company.ask<{ accessPreview: Previewed[] }>(PREVIEW, { input }, caller);
};
const of = async (resource: string, input: object, language?: string): Promise<Previewed> => {
  const { data, errors } = await preview(input, undefined, language);
  expect(errors).toEqual([]);
  const found = data?.accessPreview.find((one) => one.resource === resource);
  if (!found) throw new Error(`${resource} is not previewed`);
  return found;
};
const readOf = ({ actions }: Previewed) => actions.find(({ action }) => action === "read")?.reach;
const state = () =>
  company.rows(`select
    (select json_agg(h order by user_id, role_id) from crm.user_role h) as held,
    (select json_agg(g order by id) from crm.role_grant g) as grants,
    (select count(*) from crm.audit_entry) as entries`);
const reads = (more: Partial<GrantInput>): GrantInput => ({
  resource: "customer",
  action: "read",
  scope: "OWN",
  ...more,
});

beforeAll(async () => {
  for (const [login, count] of [
    ["ann", 3],
    ["hal", 2],
    ["wes", 4],
  ] as const) {
    await company.rows(
      `with made as (
         insert into crm.customer (number, name, account_manager_id)
         select $2 || n, $2 || n, $1 from generate_series(1, $3::int) n returning id, name)
       insert into crm.contact (customer_id, name) select id, name from made`,
      [company.idOf(login), login, count],
    );
  }
});

describe("a preview", () => {
  test("says what somebody sees now: reach in words, fields and counts", async () => {
    const customers = await of("customer", { userId: company.idOf("eva") });
    expect(readOf(customers)).toBe("EAST and below");
    expect(customers.rows).toBe(5);
    expect(customers.fields).toContainEqual({ field: "bank", right: "READ", everywhere: true });
    expect((await of("contact", { userId: company.idOf("eva") })).rows).toBe(5);
    expect((await of("product", { userId: company.idOf("eva") })).rows).toBeNull();
    expect(readOf(await of("customer", { userId: company.idOf("eva") }, "zh-CN"))).toBe(
      "EAST及下级",
    );
    const agent = await of("customer", { userId: company.idOf("amy") });
    expect(agent.rows).toBe(9);
    expect(agent.fields).toContainEqual({ field: "bank", right: "HIDDEN", everywhere: true });
    const executive = await of("customer", { userId: company.idOf("max") });
    expect(executive.fields).toContainEqual({ field: "bank", right: "MASKED", everywhere: true });
  });

  test("says the same of proposed grants and roles, and changes nothing", async () => {
    const before = await state();
    const userId = company.idOf("ann");
    const roleId = await admin.roleId("ACCOUNT_MANAGER");
    const under = (grants: readonly GrantInput[]) =>
      of("customer", { userId, roleGrants: [{ roleId, grants }] });
    const list = await under([
      reads({ scope: "LIST", departmentIds: [company.departmentId("WEST")] }),
    ]);
    expect([readOf(list), list.rows]).toEqual(["WEST", 4]);
    const all = await under([
      reads({ scope: "ALL", fields: [{ field: "bank", right: "masked" }] }),
      reads({ action: "update", fields: [{ field: "bank", right: "read" }] }),
    ]);
    expect(all.rows).toBe(9);
    expect(all.fields).toContainEqual({ field: "bank", right: "MASKED", everywhere: true });
    expect((await under([])).rows).toBe(0);
    const roles = ["ACCOUNT_MANAGER", "SALES_SUPERVISOR"];
    const both = await of("customer", { userId, roles });
    expect([readOf(both), both.rows]).toEqual(["own records, EAST and below", 5]);
    expect(both.fields).toContainEqual({ field: "bank", right: "WRITE", everywhere: false });
    expect(await state()).toEqual(before);
  });

  test("agrees with what the user then sees", async () => {
    const userId = company.idOf("bob");
    const grants = [reads({ scope: "DEPARTMENT_TREE" })];
    const roleId = await admin.role("PREVIEWED", []);
    const roles = ["PREVIEWED"];
    const proposed = await of("customer", { userId, roles, roleGrants: [{ roleId, grants }] });
    await admin.setGrants(roleId, grants);
    await admin.setRoles(userId, roles);
    const sees = async () => {
      const { data } = await company.as<{ customers: { totalCount: number } }>(
        "bob",
        "{ customers { totalCount } }",
      );
      return data?.customers.totalCount;
    };
    await expect.poll(sees, { timeout: 1000 }).toBe(proposed.rows);
    expect(proposed.rows).toBe(5);
  });

  test("tells a delegated administrator no total beyond their own rows", async () => {
    await admin.role("ROLE_EDITOR", [
      { resource: "role", action: "read", scope: "ALL" },
      { resource: "role", action: "update", scope: "ALL" },
      { resource: "user", action: "read", scope: "ALL" },
    ]);
    await admin.setRoles(company.idOf("wanda"), ["SALES_SUPERVISOR", "ROLE_EDITOR"]);
    const rows = async () => {
      const input = { userId: company.idOf("max") };
      const { data } = await preview(input, company.tokenOf("wanda"));
      return data?.accessPreview.find(({ resource }) => resource === "customer")?.rows;
    };
    await expect.poll(rows, { timeout: 1000 }).toBe(4);
  });

  test("of nobody, or of grants that cannot be, is refused", async () => {
    expect(refusal(await preview({ userId: randomUUID() }))).toBe("NOT_FOUND");
    const roleGrants = [{ roleId: randomUUID(), grants: [reads({ scope: "EVERYTHING" })] }];
    const { errors } = await preview({ userId: company.idOf("ann"), roleGrants, roles: ["X"] });
    expect(errors[0]?.extensions.issues?.map(({ path }) => path)).toEqual([
      "input.roles[0]",
      "input.roleGrants[0].roleId",
      "input.roleGrants[0].grants[0].scope",
    ]);
  });
});
