import { beforeAll, describe, expect, test } from "vitest";
import { salesCompany } from "../../../support/sales-company.ts";
import {
  COMMANDS,
  currentOf,
  entryId,
  plantOpportunity,
  plantRegion,
  type CommandName,
} from "./support.ts";

const company = salesCompany();
const CLIENTS = 8;
let lossReasonId = "";
beforeAll(async () => {
  await plantRegion(company);
  lossReasonId = await entryId(company, "lossReason", "PRICE");
});

/** Eight clients at once, all with what they read a moment ago; answers the codes (ok where there is none). */
async function atOnce(id: string, commands: readonly CommandName[]): Promise<string[]> {
  const current = await currentOf(company, id);
  const answers = await Promise.all(
    Array.from({ length: CLIENTS }, (_, client) => {
      const name = commands[client % commands.length] ?? "updateOpportunity";
      const input = COMMANDS[name].input(current, company, lossReasonId);
      const login = name === "assignOpportunity" ? "eva" : "ann";
      return company.as(login, COMMANDS[name].query, { input });
    }),
  );
  return answers.map(({ errors }) => errors[0]?.extensions.code ?? "ok");
}

const movesOf = (id: string) =>
  company.rows<{ to_status: string }>(
    "select to_status from crm.opportunity_transition where opportunity_id = $1",
    [id],
  );
const tally = (codes: readonly string[]) => ({
  done: codes.filter((code) => code === "ok").length,
  refused: codes.filter((code) => code === "CONFLICT" || code === "INVALID_TRANSITION").length,
});

describe("eight clients at once", () => {
  test("assign an opportunity once", async () => {
    const id = await plantOpportunity(company, "UNASSIGNED");
    const codes = await atOnce(id, ["assignOpportunity"]);
    expect(tally(codes)).toEqual({ done: 1, refused: CLIENTS - 1 });
    expect(await movesOf(id)).toEqual([{ to_status: "ASSIGNED" }]);
  });

  test("win or lose it once: one transition, a deal and a customer only where it is won", async () => {
    for (let round = 0; round < 5; round++) {
      const id = await plantOpportunity(company, "DEVELOPING");
      const codes = await atOnce(id, ["winOpportunity", "loseOpportunity"]);
      expect(tally(codes)).toEqual({ done: 1, refused: CLIENTS - 1 });
      const [row] = await company.rows<{ status: string; deals: string; customers: string }>(
        `select status, (select count(*) from crm.deal where opportunity_id = o.id) as deals,
           (select count(*) from crm.customer where name = o.customer_name) as customers
         from crm.opportunity o where id = $1`,
        [id],
      );
      const won = row?.status === "WON" ? "1" : "0";
      expect(row).toEqual({ status: row?.status, deals: won, customers: won });
      expect(await movesOf(id)).toEqual([{ to_status: row?.status }]);
    }
  });

  test("win two opportunities of one prospect: one customer, the other has to choose", async () => {
    const ids = [
      await plantOpportunity(company, "DEVELOPING"),
      await plantOpportunity(company, "DEVELOPING"),
    ];
    await company.rows(
      "update crm.opportunity set customer_name = 'Twin 有限公司' where id = any($1)",
      [ids],
    );
    const answers = await Promise.all(
      ids.map(async (id) => {
        const input = COMMANDS.winOpportunity.input(await currentOf(company, id));
        return company.as("ann", COMMANDS.winOpportunity.query, { input });
      }),
    );
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.errors[0]?.extensions.issues?.[0]?.path).toBe("input.newCustomer.name");
    expect(
      await company.rows("select 1 from crm.customer where name = 'Twin 有限公司'"),
    ).toHaveLength(1);
  });

  test("change one record: one is kept, the others are told to reload", async () => {
    const id = await plantOpportunity(company, "DEVELOPING");
    const codes = await atOnce(id, ["updateOpportunity"]);
    expect(codes.toSorted()).toEqual([...Array<string>(CLIENTS - 1).fill("CONFLICT"), "ok"]);
    const revisions = await company.rows(
      "select 1 from crm.opportunity_revision where opportunity_id = $1",
      [id],
    );
    expect(revisions).toHaveLength(1);
  });

  test("add plan items: all are kept, and one of them begins the work", async () => {
    const id = await plantOpportunity(company, "ASSIGNED");
    const codes = await atOnce(id, ["addPlanItem"]);
    expect(codes).toEqual(Array<string>(CLIENTS).fill("ok"));
    expect(await movesOf(id)).toEqual([{ to_status: "DEVELOPING" }]);
  });
});
