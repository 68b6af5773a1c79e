import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany } from "../../../support/sales-company.ts";
import { COMMANDS, issuesOf, plantOpportunity, plantRegion } from "./support.ts";

const company = salesCompany();
const WIN = COMMANDS.winOpportunity.query;
beforeAll(() => plantRegion(company));

describe("winning", () => {
  const won = `mutation ($input: WinOpportunityInput!) { winOpportunity(input: $input) {
    status closedAmount currency deal { amount currency customer { name } products }
    resultCustomer { name accountManager { displayName } contacts { name isPrimary } } } }`;

  test("makes customer, first contact, account manager and deal in one go", async () => {
    const id = await plantOpportunity(company, "DEVELOPING");
    await company.rows("update crm.opportunity set customer_name = 'Bright Ltd.' where id = $1", [
      id,
    ]);
    const { data } = await company.as("ann", won, {
      input: { id, version: 1, newCustomer: { region: "China/East", tier: 3 } },
    });
    expect(data?.["winOpportunity"]).toEqual({
      status: "WON",
      closedAmount: "1000.0000",
      currency: "CNY",
      deal: {
        amount: "1000.0000",
        currency: "CNY",
        customer: { name: "Bright Ltd." },
        products: [],
      },
      resultCustomer: {
        name: "Bright Ltd.",
        accountManager: { displayName: "ann" },
        contacts: [{ name: "Mr Lee", isPrimary: true }],
      },
    });
  });

  test("needs a plan item, an amount and a customer", async () => {
    const id = await plantOpportunity(company, "DEVELOPING");
    const win = (input: object) => company.as("ann", WIN, { input: { id, version: 1, ...input } });
    expect(issuesOf(await win({}))).toEqual(["input.newCustomer"]);
    expect(issuesOf(await win({ newCustomer: { region: "Nowhere" } }))).toEqual([
      "input.newCustomer.region",
    ]);
    await company.rows(
      "update crm.opportunity set estimated_amount = null, version = 1 where id = $1",
      [id],
    );
    expect(issuesOf(await win({ newCustomer: { region: "China / East" } }))).toEqual([
      "input.closedAmount",
    ]);
    await company.rows("delete from crm.plan_item where opportunity_id = $1", [id]);
    const answer = await win({ closedAmount: "1", newCustomer: { region: "China / East" } });
    expect(answer.errors[0]?.extensions.code).toBe("INVALID_TRANSITION");
  });

  test("a customer of the same name forces the choice; a hidden one is just taken, without id or owner", async () => {
    const plant = (number: string, name: string, manager: "ann" | "wes") =>
      company.rows<{ id: string }>(
        `insert into crm.customer (number, name, account_manager_id) values ($1, $2, $3) returning id`,
        [number, name, company.idOf(manager)],
      );
    const [mine] = await plant("K2", "Seen 有限公司", "ann");
    const [theirs] = await plant("K3", "Unseen Ltd", "wes");
    const id = await plantOpportunity(company, "DEVELOPING");
    const win = (input: object) => company.as("ann", WIN, { input: { id, version: 1, ...input } });
    const named = (name: string) => win({ newCustomer: { name, region: "China / East" } });
    const same = await named("ＳＥＥＮ");
    expect(same.errors[0]?.extensions).toMatchObject({
      code: "CONFLICT",
      issues: [{ path: "input.newCustomer.name", code: "SAME_NAME", suggestions: [mine?.id] }],
    });
    const taken = await named("unseen");
    expect(taken.errors[0]?.extensions).toEqual({
      code: "INVALID_INPUT",
      issues: [
        { path: "input.newCustomer.name", message: "the name is taken", code: "NAME_TAKEN" },
      ],
    });
    expect(taken.text).not.toContain(theirs?.id ?? "");
    const foreign = await win({ customerId: theirs?.id });
    expect(foreign.text).toBe((await win({ customerId: randomUUID() })).text);
    expect((await win({ customerId: mine?.id })).errors).toEqual([]);
    const [row] = await company.rows(
      "select result_customer_id from crm.opportunity where id = $1",
      [id],
    );
    expect(row).toEqual({ result_customer_id: mine?.id });
  });
});
