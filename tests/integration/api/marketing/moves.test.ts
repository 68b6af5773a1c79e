import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { LOGINS, salesCompany, type Login } from "../../../support/sales-company.ts";
import { verdictOn, type Situation } from "./expected.ts";
import {
  COMMAND_NAMES,
  COMMANDS,
  currentOf,
  entryId,
  everythingOf,
  plantOpportunity,
  plantRegion,
  STATUSES,
  type CommandName,
} from "./support.ts";

const company = salesCompany();
let lossReasonId = "";
beforeAll(async () => {
  await plantRegion(company);
  lossReasonId = await entryId(company, "lossReason", "PRICE");
});

/** Runs a command and holds it against the verdict; answers where the opportunity is afterwards. */
async function tryOut(
  id: string,
  name: CommandName,
  login: Login,
  situation: Situation,
): Promise<Situation["status"] | "gone"> {
  const verdict = verdictOn(name, login, situation);
  const [before, current] = [await everythingOf(company, id), await currentOf(company, id)];
  const { query, input } = COMMANDS[name];
  const answer = await company.as(login, query, { input: input(current, company, lossReasonId) });
  const what = `${name} by ${login} while ${situation.status}`;
  if ("code" in verdict) {
    expect(answer.errors[0]?.extensions.code, `${what}: ${answer.text}`).toBe(verdict.code);
    expect(await everythingOf(company, id), what).toEqual(before);
    return situation.status;
  }
  expect(answer.errors, `${what}: ${answer.text}`).toEqual([]);
  const [row] = await company.rows<{ status: Situation["status"] }>(
    "select status from crm.opportunity where id = $1",
    [id],
  );
  expect(row?.status ?? "gone", what).toBe(verdict.to);
  return verdict.to;
}

describe("the moves of an opportunity", () => {
  test.each(STATUSES)(
    "while %s: each command by everybody is done, or refused with nothing written",
    async (status) => {
      const situation: Situation = {
        status,
        creator: "eva",
        assignee: status === "UNASSIGNED" ? undefined : "ann",
      };
      for (const name of COMMAND_NAMES) {
        for (const login of LOGINS) {
          await tryOut(await plantOpportunity(company, status), name, login, situation);
        }
      }
    },
    120_000,
  );

  test("any sequence of commands goes as the table of moves says", async () => {
    const step = fc.record({
      name: fc.constantFrom(...COMMAND_NAMES),
      login: fc.constantFrom<Login>("eva", "ann", "ann", "eva", "bob", "wanda"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const id = await plantOpportunity(company, "UNASSIGNED");
        let situation: Situation = { status: "UNASSIGNED", creator: "eva", assignee: undefined };
        for (const { name, login } of steps) {
          const { itemId } = await currentOf(company, id);
          if (itemId.startsWith("00000000") && name.includes("Plan") && name !== "addPlanItem")
            continue;
          if (name === "winOpportunity" && !(await hasPlan(id))) continue;
          const to = await tryOut(id, name, login, situation);
          if (to === "gone") return;
          const assignee = to === "UNASSIGNED" ? undefined : "ann";
          situation = { ...situation, status: to, assignee };
        }
        await expectLogTellsTheStory(id, situation.status);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  async function hasPlan(id: string): Promise<boolean> {
    const found = await company.rows("select from crm.plan_item where opportunity_id = $1", [id]);
    return found.length > 0;
  }

  /** Each transition begins where the last one ended, and the last one ends where the opportunity is. */
  async function expectLogTellsTheStory(id: string, status: string): Promise<void> {
    const log = await company.rows<{ seq: number; from_status: string; to_status: string }>(
      "select seq, from_status, to_status from crm.opportunity_transition where opportunity_id = $1 order by seq",
      [id],
    );
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    let at = "UNASSIGNED";
    for (const { from_status, to_status } of log) {
      expect(from_status).toBe(at);
      at = to_status;
    }
    expect(at).toBe(status);
  }
});
