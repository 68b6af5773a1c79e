import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany } from "../../../support/sales-company.ts";
import { entryId, issuesOf, plantProduct } from "./support.ts";

const company = salesCompany();
let sourceId = "";
let productId = "";
beforeAll(async () => {
  sourceId = await entryId(company, "opportunitySource", "REFERRAL");
  productId = await plantProduct(company);
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
