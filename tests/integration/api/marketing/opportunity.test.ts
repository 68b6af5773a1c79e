import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany } from "../../../support/sales-company.ts";
import {
  COMMAND_NAMES,
  COMMANDS,
  currentOf,
  entryId,
  plantOpportunity,
  plantRegion,
} from "./support.ts";

const company = salesCompany();
let sourceId = "";
let productId = "";
beforeAll(async () => {
  await plantRegion(company);
  sourceId = await entryId(company, "opportunitySource", "REFERRAL");
  const [product] = await company.rows<{ id: string }>(
    `insert into crm.product (source, external_id, name, price, currency)
     values ('erp', 'P1', 'Pump', 80, 'CNY') returning id`,
  );
  productId = product?.id ?? "";
});

const CREATE = `mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) {
  id number title status furthestStatus customerName estimatedAmount currency successRate version
  source { code caption } assignee { displayName } createdBy { displayName } customer { id } deal { id }
  products { lineNo quantity unitPrice currency product { name } }
  transitions { seq fromStatus toStatus direction successRate amount by { displayName } }
  revisions { seq } planItems { id } tags } }`;
const fresh = () => ({
  title: "  Pumps for the harbour ",
  sourceId,
  customerName: "Harbour Works",
  successRate: 30,
  description: "Twelve pumps",
  estimatedAmount: "960",
  products: [{ productId, quantity: "12", unitPrice: "80" }],
});
const WIN = COMMANDS.winOpportunity.query;
const issuesOf = (answer: {
  errors: readonly { extensions: { issues?: readonly { path: string }[] } }[];
}) => answer.errors[0]?.extensions.issues?.map(({ path }) => path).toSorted();

describe("creating an opportunity", () => {
  test("answers it whole, with its first transition, owned by its creator", async () => {
    const { data, errors } = await company.as("ann", CREATE, { input: fresh() });
    expect(errors).toEqual([]);
    expect(data?.["createOpportunity"]).toMatchObject({
      number: expect.stringMatching(/^XS\d{12,}$/) as unknown,
      title: "Pumps for the harbour",
      status: "UNASSIGNED",
      estimatedAmount: "960.0000",
      currency: "CNY",
      source: { code: "REFERRAL", caption: expect.any(String) as unknown },
      assignee: null,
      createdBy: { displayName: "ann" },
      products: [
        {
          lineNo: 1,
          quantity: "12.0000",
          unitPrice: "80.0000",
          currency: "CNY",
          product: { name: "Pump" },
        },
      ],
      transitions: [
        {
          seq: 1,
          fromStatus: null,
          toStatus: "UNASSIGNED",
          direction: "FORWARD",
          successRate: 30,
          amount: "960.0000",
          by: { displayName: "ann" },
        },
      ],
      revisions: [],
      planItems: [],
      version: 1,
    });
  });

  test("tells all faults at once, each with its place", async () => {
    const answer = await company.as("ann", CREATE, {
      input: {
        title: " ",
        sourceId: randomUUID(),
        successRate: 101,
        description: "x".repeat(2001),
        currency: "XXZ",
        estimatedAmount: "1.23456",
        products: [{ productId: randomUUID(), quantity: "1" }],
      },
    });
    expect(answer.errors[0]?.extensions.code).toBe("INVALID_INPUT");
    expect(issuesOf(answer)).toEqual([
      "input.currency",
      "input.customerName",
      "input.description",
      "input.estimatedAmount",
      "input.products[0].productId",
      "input.sourceId",
      "input.successRate",
      "input.title",
    ]);
  });

  test("for a customer out of scope is refused like for one that does not exist", async () => {
    const [hidden] = await company.rows<{ id: string }>(
      `insert into crm.customer (number, name, account_manager_id) values ('K1', 'Hidden', $1) returning id`,
      [company.idOf("wes")],
    );
    const ask = (customerId: string) =>
      company.as("ann", CREATE, { input: { ...fresh(), customerId } });
    const [foreign, missing] = [await ask(hidden?.id ?? ""), await ask(randomUUID())];
    expect(issuesOf(foreign)).toEqual(["input.customerId"]);
    expect(foreign.text).toBe(missing.text);
  });
});

describe("foreign ids", () => {
  test("are answered to the byte like missing ones by every command and query", async () => {
    const foreign = await currentOf(company, await plantOpportunity(company, "DEVELOPING"));
    const missing = { ...foreign, id: randomUUID(), itemId: randomUUID() };
    for (const name of COMMAND_NAMES) {
      const { query, input } = COMMANDS[name];
      for (const login of ["wanda", "bob", "amy"] as const) {
        const ask = (current: typeof foreign) =>
          company.as(login, query, { input: input(current, company, sourceId) });
        expect((await ask(foreign)).text, name).toBe((await ask(missing)).text);
      }
    }
    for (const query of ["opportunity(id: $id) { id }", "planItem(id: $id) { id }"]) {
      const ask = (id: string) => company.as("bob", `query ($id: ID!) { ${query} }`, { id });
      const real = query.startsWith("plan") ? foreign.itemId : foreign.id;
      const answer = await ask(real);
      expect(answer.errors[0]?.extensions.code).toBe("NOT_FOUND");
      expect(answer.text).toBe((await ask(randomUUID())).text);
      expect(answer.text).toBe((await ask("not an id")).text);
    }
  });
});

describe("changing an opportunity", () => {
  const UPDATE = `mutation ($input: UpdateOpportunityInput!) { updateOpportunity(input: $input) {
    version successRate strategy products { quantity } revisions { seq changes by { displayName } } } }`;

  test("keeps what it was as a revision, products included", async () => {
    const id = await plantOpportunity(company, "ASSIGNED");
    const { data } = await company.as("eva", UPDATE, {
      input: {
        id,
        version: 1,
        successRate: 70,
        strategy: "Show the pump",
        estimatedAmount: "1000",
        products: [{ productId, quantity: "2" }],
      },
    });
    expect(data?.["updateOpportunity"]).toMatchObject({
      version: 2,
      products: [{ quantity: "2.0000" }],
      revisions: [
        {
          seq: 1,
          by: { displayName: "eva" },
          changes: {
            successRate: { old: 40, new: 70 },
            strategy: { old: null, new: "Show the pump" },
            products: { old: [], new: [{ quantity: "2.0000" }] },
          },
        },
      ],
    });
    expect(JSON.stringify(data)).not.toContain("estimatedAmount");
  });

  test("raises the version also where only products change, so that a stale editor is refused", async () => {
    const id = await plantOpportunity(company, "ASSIGNED");
    const change = (quantity: string) =>
      company.as("ann", UPDATE, { input: { id, version: 1, products: [{ productId, quantity }] } });
    expect((await change("1")).errors).toEqual([]);
    expect((await change("2")).errors[0]?.extensions.code).toBe("CONFLICT");
  });

  test("with a stale version is refused, saying what somebody else has changed", async () => {
    const id = await plantOpportunity(company, "ASSIGNED");
    await company.as("eva", UPDATE, { input: { id, version: 1, successRate: 70 } });
    const answer = await company.as("ann", UPDATE, { input: { id, version: 1, strategy: "x" } });
    expect(answer.errors[0]?.extensions.code).toBe("CONFLICT");
    expect(issuesOf(answer)).toEqual(["input.successRate"]);
  });

  test("with nothing new writes nothing", async () => {
    const id = await plantOpportunity(company, "ASSIGNED");
    const { data } = await company.as("ann", UPDATE, {
      input: { id, version: 1, successRate: 40, products: [] },
    });
    expect(data?.["updateOpportunity"]).toMatchObject({ version: 1, revisions: [] });
  });
});

describe("assigning", () => {
  test("only active account managers within reach can be chosen, and the refusal tells no more", async () => {
    const id = await plantOpportunity(company, "UNASSIGNED");
    const assign = (assigneeId: string) =>
      company.as("eva", COMMANDS.assignOpportunity.query, {
        input: { id, version: 1, assigneeId },
      });
    const missing = await assign(randomUUID());
    expect(issuesOf(missing)).toEqual(["input.assigneeId"]);
    for (const login of ["wes", "eva", "amy"] as const) {
      expect((await assign(company.idOf(login))).text).toBe(missing.text);
    }
    await company.rows("update crm.app_user set active = false where id = $1", [
      company.idOf("hal"),
    ]);
    expect((await assign(company.idOf("hal"))).text).toBe(missing.text);
    await company.rows("update crm.app_user set active = true where id = $1", [
      company.idOf("hal"),
    ]);
    expect((await assign(company.idOf("hal"))).errors).toEqual([]);
  });

  test("anew keeps the reason in the transition and the two people in a revision", async () => {
    const id = await plantOpportunity(company, "DEVELOPING");
    const input = { id, version: 1, assigneeId: company.idOf("bob"), reason: " On leave " };
    await company.as("eva", COMMANDS.reassignOpportunity.query, { input });
    expect(
      await company.rows(
        `select direction, reason, r.changes from crm.opportunity_transition t
         join crm.opportunity_revision r using (opportunity_id) where opportunity_id = $1`,
        [id],
      ),
    ).toEqual([
      {
        direction: "BACK",
        reason: "On leave",
        changes: { assigneeId: { old: company.idOf("ann"), new: company.idOf("bob") } },
      },
    ]);
    const blank = await company.as("eva", COMMANDS.reassignOpportunity.query, {
      input: { ...input, version: 2, reason: " " },
    });
    expect(issuesOf(blank)).toEqual(["input.reason"]);
  });
});

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

test("a plan item with a result is history: it is neither changed nor taken away", async () => {
  const id = await plantOpportunity(company, "DEVELOPING");
  const { itemId } = await currentOf(company, id);
  const input = { id: itemId, version: 1 };
  await company.as("ann", COMMANDS.recordPlanResult.query, { input: { ...input, result: "Done" } });
  for (const name of ["updatePlanItem", "deletePlanItem"] as const) {
    const answer = await company.as("ann", COMMANDS[name].query, {
      input: { ...input, version: 2 },
    });
    expect(answer.errors[0]?.extensions.code).toBe("INVALID_TRANSITION");
  }
  const stale = await company.as("ann", COMMANDS.recordPlanResult.query, {
    input: { ...input, result: "Again" },
  });
  expect(stale.errors[0]?.extensions).toMatchObject({
    code: "CONFLICT",
    issues: [{ path: "input.result" }],
  });
});

test("a deleted opportunity leaves a tombstone and nothing else", async () => {
  const id = await plantOpportunity(company, "UNASSIGNED", { creator: "ann" });
  const { errors } = await company.as("ann", COMMANDS.deleteOpportunity.query, {
    input: { id, version: 1 },
  });
  expect(errors).toEqual([]);
  expect(
    await company.rows(
      "select table_name from crm.tombstone where row_id = $1 and table_name = 'opportunity'",
      [id],
    ),
  ).toHaveLength(1);
  expect(await company.rows("select 1 from crm.plan_item where opportunity_id = $1", [id])).toEqual(
    [],
  );
});
