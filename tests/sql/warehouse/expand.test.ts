import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AxisSpec, HierarchyExpand } from "../../../warehouse/query/question.ts";
import { askCube } from "../../../warehouse/query/run.ts";
import { cellAt, contextOf, level, question } from "./ask.ts";
import { BASE } from "./companies.ts";
import { departmentId, given, userId, type Company, type Opportunity } from "./given.ts";
import { ownWarehouse, type OwnWarehouse } from "./open.ts";

const open = (owner: string, customer: string): Opportunity => ({
  owner,
  customer,
  status: "ASSIGNED",
  created: "2024-01-01",
  estimated: "1.0000",
});

const company: Company = {
  ...BASE,
  opportunities: [
    open("Ann", "Acme"),
    open("Bao", "Blue"),
    open("Chen", "Delta"),
    open("Dora", "Cobalt"),
    open("Chief", "Acme"),
  ],
};
let warehouse: OwnWarehouse;
beforeAll(async () => {
  warehouse = await ownWarehouse();
  await given(warehouse.engine, company);
});
afterAll(() => warehouse[Symbol.asyncDispose]());

const hierarchy = (item: HierarchyExpand): AxisSpec => ({ item: { hierarchy: item } });
const department = (name: string): string => departmentId(company, name);

/** `depth caption count` of each row; `+` marks what has children, `−` what is open. */
async function rows(...specs: AxisSpec[]): Promise<string[]> {
  const answer = await askCube(
    question(["openCount"], specs, { totals: { grandRow: false } }),
    contextOf(warehouse.engine),
  );
  return answer.axes.rows.positions.map(({ depth, members, hasChildren, expanded, ordinal }) => {
    const mark = expanded ? "−" : hasChildren ? "+" : " ";
    const caption = members.map((member) => member.caption).join(" / ");
    return `${"  ".repeat(depth)}${mark} ${caption} ${cellAt(answer, ordinal, 0, "openCount")?.value}`;
  });
}

describe("a hierarchy opens in place", () => {
  it("closed shows its first level", async () => {
    expect(await rows(hierarchy({ dimension: "customer" }))).toEqual(["+ Asia 4", "+ Europe 1"]);
  });

  it("open shows the children of open members only, with figures of their own", async () => {
    const expanded = [{ keys: ["Asia"] }, { keys: ["Asia", "Asia / China"] }];
    expect(await rows(hierarchy({ dimension: "customer", expanded }))).toEqual([
      "− Asia 4",
      "  + Asia 1",
      "  − China 3",
      "    + China 1",
      "    + Shanghai 2",
      "+ Europe 1",
    ]);
  });

  it("stops at the last level asked for", async () => {
    const item = { dimension: "customer", hierarchy: "byTier", expanded: [{ keys: ["1"] }] };
    expect(await rows(hierarchy(item))).toEqual([
      "− Regular 2",
      "    Acme 2",
      "+ Key account 2",
      "+ Strategic partner 1",
    ]);
    expect(await rows(hierarchy({ ...item, toLevel: "tier" }))).toHaveLength(3);
  });

  it("crosses each open member with the items within", async () => {
    const item = { dimension: "customer", hierarchy: "byTier", expanded: [{ keys: ["3"] }] };
    expect(await rows(hierarchy(item), level("owner", "user"))).toEqual([
      "    Regular / Ann 1",
      "    Regular / Chief 1",
      "    Key account / Chen 1",
      "    Key account / Dora 1",
      "      Cobalt / Dora 1",
      "      Delta / Chen 1",
      "    Strategic partner / Bao 1",
    ]);
  });
});

describe("the department tree opens in place", () => {
  it("closed shows the topmost department with everything below", async () => {
    expect(await rows(hierarchy({ dimension: "owner" }))).toEqual(["+ Company 5"]);
  });

  it("open shows departments and the people who are directly there", async () => {
    const expanded = [
      { keys: [department("Company")] },
      { keys: [department("Company"), department("North")] },
      { keys: [department("Company"), department("North"), department("North 1")] },
    ];
    expect(await rows(hierarchy({ dimension: "owner", expanded }))).toEqual([
      "− Company 5",
      "    Chief 1",
      "  − North 3",
      "    − North 1 2",
      "        Ann 1",
      "        Bao 1",
      "    + North 2 1",
      "  + South 1",
    ]);
  });

  it("shows nothing below a member that is closed further up", async () => {
    const expanded = [{ keys: [department("Company"), department("North")] }];
    expect(await rows(hierarchy({ dimension: "owner", expanded }))).toEqual(["+ Company 5"]);
  });

  it("starts for a scoped asker where their facts are", async () => {
    const answer = await askCube(
      question(["openCount"], [hierarchy({ dimension: "owner", toLevel: "department" })]),
      contextOf(warehouse.engine, {
        scope: { owners: [userId(company, "Chen")], hidden: new Set() },
      }),
    );
    expect(answer.axes.rows.positions.map(({ members }) => members[0]?.caption)).toEqual([
      "Company",
      undefined,
    ]);
    expect(answer.cells.map(({ value }) => value)).toEqual(["1", "1"]);
  });
});
