import { beforeAll, describe, expect, test } from "vitest";
import { importing, type Imported } from "../../support/importing.ts";

const db = importing();

const CUSTOMERS = {
  entity: "customer",
  source: "test",
  matchBy: "externalKey",
  columns: { key: "externalKey", name: "name", manager: "accountManager.login" },
  defaults: { region: "Home", tier: 1 },
};
const codes = ({ errors }: Imported): string[] => errors.map(({ line, code }) => `${line} ${code}`);
const owners = async (): Promise<unknown> =>
  db.sql(
    "crm_owner",
    `select c.name, u.login from crm.customer c join crm.app_user u on u.id = c.account_manager_id order by 1`,
  );
const people = (rows: string, role: string): Promise<Imported> =>
  db.importText(`login,office\n${rows}`, {
    entity: "user",
    matchBy: "login",
    columns: { login: "login", office: "department.code" },
    defaults: { roles: role },
    createMissing: ["department"],
  });

beforeAll(async () => {
  await people("eve,EAST\n", "SALES_SUPERVISOR");
  await people("ed,EAST\nwill,WEST\n", "ACCOUNT_MANAGER");
  await db.importText("type,code,zh,en\nregion,Home,家,Home\n", {
    entity: "dictionaryEntry",
    matchBy: "code",
    columns: { type: "type", code: "code", zh: "captionZh", en: "captionEn" },
  });
  await db.importText("key,name,manager\ne1,Easterly,ed\nw1,Westerly,will\n", CUSTOMERS);
});

describe("an import as a regional supervisor", () => {
  test("makes and changes records of the region, and says who did it", async () => {
    const report = await db.importText(
      "key,name,manager\ne1,Easterly Winds,ed\ne2,Eastwood,ed\n",
      CUSTOMERS,
      { as: "eve" },
    );
    expect(report).toMatchObject({ created: 1, updated: 1, rejected: 0, applied: true });
    const [entry] = await db.sql(
      "crm_owner",
      `select principal, before, after from crm.audit_entry where action = 'customer:import' and before is not null`,
    );
    expect(entry).toEqual({
      principal: "user:eve",
      before: { name: "Easterly" },
      after: { name: "Easterly Winds" },
    });
  });

  test("neither touches nor reveals records of another region, and gives none away", async () => {
    const before = await owners();
    const report = await db.importText(
      "key,name,manager\nw1,Taken over,ed\ne1,Given away,will\ne3,Foreign,will\n",
      CUSTOMERS,
      { as: "eve" },
    );
    expect(codes(report)).toEqual(["2 NOT_FOUND", "3 OUT_OF_SCOPE", "4 OUT_OF_SCOPE"]);
    expect(report.errors.map(({ column, value }) => `${column} ${value}`)).toEqual([
      "key w1",
      "manager will",
      "manager will",
    ]);
    expect(await owners()).toEqual(before);
  });

  test("writes the good rows around those out of scope where that is asked for", async () => {
    const report = await db.importText(
      "key,name,manager\ne4,Eastend,ed\ne5,Foreign,will\ne6,Eastside,ed\n",
      CUSTOMERS,
      { as: "eve", skipBadRows: true },
    );
    expect(report).toMatchObject({ created: 2, rejected: 1, applied: true });
  });

  test("names only customers that the supervisor may read", async () => {
    const report = await db.importText(
      "key,agent,customer\no1,ed,Westerly\no2,ed,Eastwood\n",
      {
        entity: "opportunity",
        source: "test",
        matchBy: "externalKey",
        columns: { key: "externalKey", agent: "assignee.login", customer: "customer.name" },
        defaults: { title: "A deal", description: "-", successRate: 10 },
      },
      { as: "eve" },
    );
    expect(codes(report)).toEqual(["2 UNKNOWN_REFERENCE"]);
  });

  test("is refused for fields and kinds of records that are not open to supervisors", async () => {
    const bank = { ...CUSTOMERS, columns: { ...CUSTOMERS.columns, bank: "bankAccount" } };
    await expect(
      db.importText("key,name,manager,bank\ne1,Easterly,ed,1\n", bank, { as: "eve" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN", issues: [{ path: "columns.bankAccount" }] });
    const users = { entity: "user", matchBy: "login", columns: { login: "login" } };
    await expect(db.importText("login\nx\n", users, { as: "eve" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      db.importText("key,name,manager\n", CUSTOMERS, { as: "ed" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("an import of users", () => {
  test("gives nobody roles of their own, and leaves an administrator", async () => {
    const mapping = {
      entity: "user",
      matchBy: "login",
      columns: { login: "login", roles: "roles", active: "active" },
    };
    const own = await db.importText("login,roles,active\nadmin,EXECUTIVE,true\n", mapping, {
      as: "admin",
    });
    expect(codes(own)).toEqual(["2 OWN_ROLES"]);
    await expect(
      db.importText("login,roles,active\nadmin,,false\n", mapping),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("and departments widens neither the importer's rights nor others' beyond them", async () => {
    await db.sql(
      "crm_owner",
      `with made as (insert into crm.role (code, name_zh, name_en)
         values ('PERSONNEL', 'P', 'P') returning id)
       insert into crm.role_grant (role_id, resource, action, scope)
       select id, resource, action, scope from made, (values
         ('user', 'read', 'ALL'), ('user', 'import', 'ALL'), ('user', 'update', 'ALL'),
         ('role', 'read', 'ALL'), ('role', 'assign', 'ALL'), ('department', 'read', 'ALL'), ('department', 'import', 'ALL'),
         ('customer', 'read', 'DEPARTMENT_TREE')) as g (resource, action, scope)`,
    );
    await people("ian,EAST\n", "PERSONNEL");
    const users = {
      entity: "user",
      matchBy: "login",
      columns: { login: "login", office: "department.code", roles: "roles" },
    };
    const places = { ...users, columns: { login: "login", office: "department.code" } };
    const departments = {
      entity: "department",
      matchBy: "code",
      columns: { code: "code", name: "name", above: "parent.code" },
    };
    const refused = (code: string) => ({ code: "FORBIDDEN", issues: [{ code }] });
    const as = { as: "ian" };
    await expect(
      db.importText("login,office,roles\nnew,EAST,EXECUTIVE\n", users, as),
    ).rejects.toMatchObject(refused("BEYOND_OWN_RIGHTS"));
    await expect(db.importText("login,office\nian,WEST\n", places, as)).rejects.toMatchObject(
      refused("OWN_RIGHTS"),
    );
    await expect(
      db.importText("code,name,above\nWEST,West,EAST\n", departments, as),
    ).rejects.toMatchObject(refused("OWN_RIGHTS"));
    expect(await db.sql("crm_owner", "select from crm.app_user where login = 'new'")).toEqual([]);
  });
});
