import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany, type Login } from "../../../support/sales-company.ts";

const company = salesCompany();
const REGION = "China / East";
beforeAll(async () => {
  await company.rows(
    `insert into crm.dictionary_entry (type, code, caption_zh, caption_en, enabled)
     values ('region', $1, '华东', 'East', true), ('region', 'China / Gone', '旧', 'Gone', false)`,
    [REGION],
  );
});

const CREATE = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) {
  id number name region tier status version tags bank registeredCapital employeeCount
  accountManager { displayName } createdBy { displayName } contacts { name } } }`;
const UPDATE = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) {
  id version name region bank tags parentCustomer { id } } }`;

interface Customer {
  readonly id: string;
  readonly version: number;
}
let count = 0;
const create = async (login: Login, input: object = {}) => {
  const fresh = { name: `Customer ${++count}`, region: REGION, tier: 1 };
  const answer = await company.as<{ createCustomer: Customer }>(login, CREATE, {
    input: { ...fresh, ...input },
  });
  return { ...answer, customer: answer.data?.createCustomer };
};
const created = async (login: Login, input: object = {}): Promise<Customer> => {
  const { customer, text } = await create(login, input);
  if (!customer) throw new Error(text);
  return customer;
};
const update = (login: Login, input: object) => company.as(login, UPDATE, { input });

type Answered = {
  readonly errors: readonly { extensions: { code: string; issues?: readonly object[] } }[];
};
const codeOf = ({ errors }: Answered) => errors[0]?.extensions.code;
const pathsOf = ({ errors }: Answered) =>
  errors[0]?.extensions.issues?.map((issue) => (issue as { path: string }).path).toSorted();
const auditsOf = (id: string) =>
  company.rows<{ action: string; before: unknown; after: unknown; principal: string }>(
    "select action, before, after, principal from crm.audit_entry where record_id = $1 order by id",
    [id],
  );

describe("creating a customer", () => {
  test("answers it tidied, numbered and looked after by its creator", async () => {
    const { data } = await create("ann", {
      name: "  上海电气集团有限公司 ",
      region: "China/ East",
      tier: 3,
      tags: ["vip", " vip ", ""],
      registeredCapital: "12.5",
      bank: "ICBC",
    });
    expect(data?.createCustomer).toMatchObject({
      number: expect.stringMatching(/^KH\d{12,}$/) as unknown,
      name: "上海电气集团有限公司",
      region: REGION,
      tier: 3,
      status: "ACTIVE",
      tags: ["vip"],
      registeredCapital: "12.5000",
      bank: "ICBC",
      accountManager: { displayName: "ann" },
      createdBy: { displayName: "ann" },
      version: 1,
    });
  });

  test("tells all faults at once, each with its place", async () => {
    const answer = await create("eva", {
      name: " ",
      tier: 6,
      satisfaction: 0,
      employeeCount: -1,
      annualTurnover: "-1",
      phone: "1".repeat(51),
      industry: "a\u0000b",
      tags: ["x".repeat(51)],
      accountManagerId: company.idOf("wes"),
    });
    expect(codeOf(answer)).toBe("INVALID_INPUT");
    expect(pathsOf(answer)).toEqual(
      [
        "accountManagerId",
        "annualTurnover",
        "employeeCount",
        "industry",
        "name",
        "phone",
        "satisfaction",
        "tags",
        "tier",
      ].map((name) => `input.${name}`),
    );
  });

  test("needs a region of the dictionary that is in use", async () => {
    for (const region of ["Nowhere", "China / Gone"]) {
      expect(pathsOf(await create("ann", { region }))).toEqual(["input.region"]);
    }
    expect(pathsOf(await create("ann", { region: " " }))).toEqual(["input.region"]);
  });

  test("for somebody else is left to those whose reach holds them", async () => {
    const bob = company.idOf("bob");
    expect(pathsOf(await create("ann", { accountManagerId: bob }))).toEqual([
      "input.accountManagerId",
    ]);
    expect(codeOf(await create("eva", { accountManagerId: bob }))).toBeUndefined();
  });

  test("is refused to those without the right, before anything else is told", async () => {
    for (const login of ["amy", "max"] as const)
      expect(codeOf(await create(login))).toBe("FORBIDDEN");
  });
});

describe("the name of a customer", () => {
  const owner = { accountManagerId: "" };
  beforeAll(async () => {
    owner.accountManagerId = company.idOf("wes");
    await created("wanda", { name: "Northern Light Co., Ltd.", ...owner });
  });

  test.each([
    "northern light",
    "ＮＯＲＴＨＥＲＮ  Light",
    "Northern-Light Ltd",
    "Northern Light 有限公司",
  ])("is taken also when written %s, and the answer tells neither id nor owner", async (name) => {
    const { errors } = await create("ann", { name });
    expect(errors[0]?.extensions).toEqual({
      code: "INVALID_INPUT",
      issues: [{ path: "input.name", message: "the name is taken", code: "NAME_TAKEN" }],
    });
  });

  test("cannot be taken by a change either, whoever looks after the other one", async () => {
    const { id, version } = await created("ann");
    const answer = await update("ann", { id, version, name: "Northern Light" });
    expect(pathsOf(answer)).toEqual(["input.name"]);
    expect((await update("ann", { id, version, name: `customer ${count} LTD` })).errors).toEqual(
      [],
    );
  });

  test("is given once, when eight ask for it at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, client) =>
        create(client % 2 ? "ann" : "bob", { name: `Eager 公司 ${" ".repeat(client)}` }),
      ),
    );
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect(refused).toHaveLength(7);
    for (const answer of refused) expect(pathsOf(answer)).toEqual(["input.name"]);
    const [first] = refused;
    expect(new Set(refused.map(({ text }) => text))).toEqual(new Set([first?.text]));
  });
});

describe("changing a customer", () => {
  test("changes what is given, clears what is null and keeps the rest, with an audit entry", async () => {
    const { id, version } = await created("ann", { industry: "Oil", phone: "1", bank: "ICBC" });
    const { data } = await update("ann", { id, version, industry: null, tags: ["a"], bank: "BOC" });
    expect(data?.["updateCustomer"]).toMatchObject({ version: 2, bank: "BOC", tags: ["a"] });
    const [row] = await company.rows("select industry, phone from crm.customer where id = $1", [
      id,
    ]);
    expect(row).toEqual({ industry: null, phone: "1" });
    expect((await auditsOf(id))[1]).toEqual({
      action: "customer:update",
      principal: "user:ann",
      before: { industry: "Oil", tags: [], bank: "ICBC" },
      after: { industry: null, tags: ["a"], bank: "BOC", version: 2 },
    });
  });

  test("with nothing new writes nothing", async () => {
    const { id, version } = await created("ann", { industry: "Oil" });
    await update("ann", { id, version, industry: "Oil" });
    expect(await auditsOf(id)).toHaveLength(1);
  });

  test("with a stale version says what changed meanwhile, but names no hidden field", async () => {
    const { id, version } = await created("ann");
    await update("ann", { id, version, industry: "Oil", bank: "ICBC" });
    const stale = await update("ann", { id, version, phone: "2" });
    expect(codeOf(stale)).toBe("CONFLICT");
    expect(pathsOf(stale)).toEqual(["input.bank", "input.industry"]);
    await company.rows(
      `update crm.role_grant set fields = fields || '{"bank": "hidden"}' where resource = 'customer'
       and action = 'read' and role_id = (select id from crm.role where code = 'SALES_SUPERVISOR')`,
    );
    // Rights are remembered for half a second.
    await expect
      .poll(async () => pathsOf(await update("eva", { id, version, phone: "2" })))
      .toEqual(["input.industry"]);
    await company.rows(
      `update crm.role_grant set fields = fields || '{"bank": "read"}' where resource = 'customer'
       and action = 'read' and role_id = (select id from crm.role where code = 'SALES_SUPERVISOR')`,
    );
  });

  test.each(["LOST", "DELETED"])("is refused while it is %s", async (status) => {
    const { id } = await created("ann");
    await company.rows("update crm.customer set status = $2 where id = $1", [id, status]);
    const [row] = await company.rows<Customer>("select version from crm.customer where id = $1", [
      id,
    ]);
    expect(codeOf(await update("ann", { id, version: row?.version, phone: "2" }))).toBe(
      "INVALID_TRANSITION",
    );
  });

  test("is answered alike for a foreign and a missing one", async () => {
    const { id } = await created("ann");
    for (const login of ["bob", "wanda"] as const) {
      const ask = (customer: string) => update(login, { id: customer, version: 1, phone: "2" });
      const [foreign, missing] = [await ask(id), await ask(randomUUID())];
      expect(codeOf(foreign)).toBe("NOT_FOUND");
      expect(foreign.text).toBe(missing.text);
      expect(foreign.text).toBe((await ask("not an id")).text);
    }
  });

  test("leaves protected fields to those with the right to write them", async () => {
    const { id, version } = await created("ann");
    const answer = await update("eva", { id, version, phone: "2", bankAccount: "6222" });
    expect(codeOf(answer)).toBe("FORBIDDEN");
    const [row] = await company.rows("select phone from crm.customer where id = $1", [id]);
    expect(row).toEqual({ phone: null });
  });

  test("by eight at once keeps one and tells the others to reload", async () => {
    const { id, version } = await created("ann");
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, client) =>
        update("ann", { id, version, phone: String(client) }),
      ),
    );
    expect(answers.map(codeOf).filter((code) => code === "CONFLICT")).toHaveLength(7);
    const [row] = await company.rows("select version from crm.customer where id = $1", [id]);
    expect(row).toEqual({ version: 2 });
  });
});

describe("the parent of a customer", () => {
  test("cannot be itself, one below it, or one that the user does not see", async () => {
    const top = await created("ann");
    const middle = await created("ann", { parentCustomerId: top.id });
    const bottom = await created("ann", { parentCustomerId: middle.id });
    const foreign = await created("bob");
    const texts = new Set<string>();
    for (const parentCustomerId of [top.id, middle.id, bottom.id]) {
      const answer = await update("ann", { id: top.id, version: 1, parentCustomerId });
      expect(pathsOf(answer)).toEqual(["input.parentCustomerId"]);
    }
    for (const parentCustomerId of [foreign.id, randomUUID(), "x"]) {
      const answer = await update("ann", { id: top.id, version: 1, parentCustomerId });
      expect(pathsOf(answer)).toEqual(["input.parentCustomerId"]);
      texts.add(answer.text);
    }
    expect(texts.size).toBe(1);
  });

  test("is no circle, even when two are hung below each other at once", async () => {
    const [left, right] = [await created("ann"), await created("ann")];
    const hang = (below: Customer, above: Customer) =>
      update("ann", { id: below.id, version: 1, parentCustomerId: above.id });
    const answers = await Promise.all([hang(left, right), hang(right, left)]);
    expect(answers.map(codeOf).toSorted()).toEqual(["INVALID_INPUT", undefined]);
  });
});

describe("protected fields", () => {
  const FIELDS = "bank tags registeredCapital accountManager { displayName }";

  test.each<[Login, object]>([
    ["ann", { bank: "ICBC", registeredCapital: "5.0000", accountManager: { displayName: "ann" } }],
    ["eva", { bank: "ICBC", registeredCapital: "5.0000" }],
    ["max", { bank: "***", registeredCapital: "5.0000" }],
    ["amy", { bank: null, registeredCapital: null, accountManager: null, tags: null }],
  ])("are shown to %s as their role may see them", async (login, expected) => {
    const { id } = await created("ann", { bank: "ICBC", registeredCapital: "5" });
    const { data } = await company.as(
      login,
      `query ($id: ID!) { customer(id: $id) { ${FIELDS} } }`,
      { id },
    );
    expect(data?.["customer"]).toMatchObject(expected);
  });

  test.each<[Login, string]>([
    ["amy", "filter: { bank: { isNull: true } }"],
    ["amy", "filter: { not: { or: [{ accountManagerId: { isNull: true } }] } }"],
    ["amy", "orderBy: [{ field: SATISFACTION }]"],
    ["max", 'filter: { bankAccount: { contains: "1" } }'],
    ["max", "orderBy: [{ field: NAME }, { field: NATIONAL_TAX_NO }]"],
  ])("cannot be used by %s in %s", async (login, args) => {
    const answer = await company.as(login, `{ customers(${args}) { edges { node { id } } } }`);
    expect(codeOf(answer)).toBe("FORBIDDEN");
    expect(answer.data).toBeNull();
  });

  test("stay protected in a customer that is reached from a contact", async () => {
    const { id } = await created("ann", { bank: "ICBC" });
    await company.rows(
      "insert into crm.contact (customer_id, name, memo) values ($1, 'Li', 'likes tea')",
      [id],
    );
    const query = `query ($id: ID!) { contacts(filter: { customerId: { eq: $id } }) { edges { node {
      memo customer { bank } } } } }`;
    const node = async (login: Login) => (await company.as(login, query, { id })).data;
    expect(await node("max")).toEqual({
      contacts: { edges: [{ node: { memo: "likes tea", customer: { bank: "***" } } }] },
    });
    expect(await node("amy")).toEqual({
      contacts: { edges: [{ node: { memo: null, customer: { bank: null } } }] },
    });
  });
});
