import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany } from "../../../support/sales-company.ts";
import { COMMANDS, currentOf, issuesOf, plantOpportunity, plantProduct } from "./support.ts";

const company = salesCompany();
let productId = "";
beforeAll(async () => {
  productId = await plantProduct(company);
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
