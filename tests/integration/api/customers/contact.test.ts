import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany, type Login } from "../../../support/sales-company.ts";

const company = salesCompany();
let customerId = "";
beforeAll(async () => {
  customerId = await plantCustomer("K1", "ann");
});

async function plantCustomer(number: string, login: Login): Promise<string> {
  const [row] = await company.rows<{ id: string }>(
    "insert into crm.customer (number, name, account_manager_id) values ($1, $1, $2) returning id",
    [number, company.idOf(login)],
  );
  return row?.id ?? "";
}

const create = (login: Login, input: object) =>
  company.as<{ createContact: { id: string; version: number } }>(
    login,
    `mutation ($input: CreateContactInput!) { createContact(input: $input) {
       id name sex email isPrimary version customer { name } } }`,
    { input },
  );
const update = (login: Login, input: object) =>
  company.as(
    login,
    "mutation ($input: UpdateContactInput!) { updateContact(input: $input) { name mobile isPrimary version } }",
    { input },
  );
const primaries = () =>
  company.rows("select name from crm.contact where customer_id = $1 and is_primary", [customerId]);

describe("a contact", () => {
  test("is added by the account manager and by supervisors in reach", async () => {
    for (const login of ["ann", "eva"] as const) {
      const { data, errors } = await create(login, {
        customerId,
        name: ` Li ${login} `,
        sex: "FEMALE",
      });
      expect(errors).toEqual([]);
      expect(data?.createContact).toMatchObject({
        name: `Li ${login}`,
        sex: "FEMALE",
        isPrimary: false,
        customer: { name: "K1" },
      });
    }
  });

  test("of a customer out of scope is refused like one of no customer", async () => {
    const [foreign, missing] = [
      await create("bob", { customerId, name: "Li" }),
      await create("bob", { customerId: randomUUID(), name: "Li" }),
    ];
    expect(foreign.errors[0]?.extensions.code).toBe("NOT_FOUND");
    expect(foreign.text).toBe(missing.text);
  });

  test("that becomes primary takes the place of the one before", async () => {
    await create("ann", { customerId, name: "First", isPrimary: true });
    await create("ann", { customerId, name: "Second", isPrimary: true });
    expect(await primaries()).toEqual([{ name: "Second" }]);
    const [first] = await company.rows<{ id: string; version: number }>(
      "select id, version from crm.contact where name = 'First'",
    );
    await update("ann", { ...first, isPrimary: true });
    expect(await primaries()).toEqual([{ name: "First" }]);
  });

  test("has one primary also when eight become it at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, client) =>
        create("ann", { customerId, name: `Racer ${client}`, isPrimary: true }),
      ),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await primaries()).toHaveLength(1);
  });

  test("is changed field by field, and refused when stale or malformed", async () => {
    const { data } = await create("ann", { customerId, name: "Wu", mobile: "1" });
    const { id } = data?.createContact ?? { id: "" };
    const changed = await update("ann", { id, version: 1, mobile: null });
    expect(changed.data?.["updateContact"]).toMatchObject({ name: "Wu", mobile: null, version: 2 });
    const stale = await update("ann", { id, version: 1, name: "Wu Xin" });
    expect(stale.errors[0]?.extensions).toMatchObject({
      code: "CONFLICT",
      issues: [{ path: "input.mobile" }],
    });
    const malformed = await update("ann", { id, version: 2, name: "", email: "nobody" });
    expect(malformed.errors[0]?.extensions.issues?.map(({ path }) => path)).toEqual([
      "input.name",
      "input.email",
    ]);
  });

  test("stays as it is while its customer is not ACTIVE", async () => {
    const lost = await plantCustomer("K2", "ann");
    await company.rows("update crm.customer set status = 'LOST' where id = $1", [lost]);
    const { errors } = await create("ann", { customerId: lost, name: "Li" });
    expect(errors[0]?.extensions.code).toBe("INVALID_TRANSITION");
  });
});
