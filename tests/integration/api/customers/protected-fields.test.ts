import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany, type Login } from "../../../support/sales-company.ts";
import { codeOf, customersOf, plantRegions } from "./support.ts";

const company = salesCompany();
const { created } = customersOf(company);
beforeAll(() => plantRegions(company));

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
