import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany } from "../../../support/sales-company.ts";
import { codeOf, customersOf, pathsOf, plantRegions, type Customer } from "./support.ts";

const company = salesCompany();
const { created, update } = customersOf(company);
beforeAll(() => plantRegions(company));

const auditsOf = (id: string) =>
  company.rows<{ action: string; before: unknown; after: unknown; principal: string }>(
    "select action, before, after, principal from crm.audit_entry where record_id = $1 order by id",
    [id],
  );

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
    const [row] = await company.rows<{ version: number }>(
      "select version from crm.customer where id = $1",
      [id],
    );
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
    const codes = answers.map((answer) => codeOf(answer) ?? "ok");
    expect(codes.toSorted()).toEqual(["INVALID_INPUT", "ok"]);
  });
});
