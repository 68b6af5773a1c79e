import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CubeQuestion, TopN } from "../../../warehouse/query/question.ts";
import { drillThrough } from "../../../warehouse/query/drill.ts";
import { askCube } from "../../../warehouse/query/run.ts";
import { axisText, byRow, contextOf, level, question } from "./ask.ts";
import { BASE } from "./companies.ts";
import { given, type Opportunity } from "./given.ts";
import { ownWarehouse, type OwnWarehouse } from "./open.ts";

const won = (owner: string, customer: string | null, amount: number): Opportunity => ({
  owner,
  customer,
  status: "WON",
  created: "2024-01-01",
  closed: "2024-02-01",
  amount: `${amount}.0000`,
  cycleDays: `${amount}.000000`,
});

let warehouse: OwnWarehouse;
beforeAll(async () => {
  warehouse = await ownWarehouse();
  await given(warehouse.engine, {
    ...BASE,
    opportunities: [
      won("Ann", "Acme", 50),
      won("Ann", "Blue", 40),
      won("Ann", "Cobalt", 40),
      won("Ann", "Delta", 10),
      won("Bao", "Acme", 30),
      won("Bao", "Echo", 20),
      won("Bao", null, 5),
      {
        owner: "Dora",
        customer: "Acme",
        status: "LOST",
        created: "2024-01-01",
        closed: "2024-02-01",
      },
    ],
  });
});
afterAll(() => warehouse[Symbol.asyncDispose]());

const top = (changes: Partial<TopN> = {}): TopN => ({ n: 2, by: "wonAmount", ...changes });
const byAmount = { byMeasure: { measure: "wonAmount" } };
const ask = (rows: CubeQuestion["rows"], rest: Partial<CubeQuestion> = {}) =>
  askCube(
    question(["wonAmount", "medianCycleDays"], rows ?? [], rest),
    contextOf(warehouse.engine),
  );

describe("top-N", () => {
  it("keeps the first with their ties and puts the rest into OTHERS, so that all add up", async () => {
    const answer = await ask([level("customer", "customer", { topN: top(), sort: byAmount })]);
    expect(axisText(answer.axes.rows.positions)).toEqual([
      "DETAIL Acme",
      "DETAIL Blue",
      "DETAIL Cobalt",
      "OTHERS Others",
      "TOTAL",
    ]);
    expect(byRow(answer, "wonAmount")).toEqual({
      Acme: "80.0000",
      Blue: "40.0000",
      Cobalt: "40.0000",
      Others: "35.0000",
      TOTAL: "195.0000",
    });
    expect(answer.truncated.rows.othersIncluded).toBe(true);
  });

  it("computes medians of OTHERS over the facts themselves", async () => {
    const answer = await ask([level("customer", "customer", { topN: top() })]);
    expect(byRow(answer, "medianCycleDays")["Others"]).toBe("10.000000");
  });

  it("breaks ties by caption when told to", async () => {
    const answer = await ask([
      level("customer", "customer", { topN: top({ ties: "BREAK_BY_CAPTION" }), sort: byAmount }),
    ]);
    expect(axisText(answer.axes.rows.positions)).toEqual([
      "DETAIL Acme",
      "DETAIL Blue",
      "OTHERS Others",
      "TOTAL",
    ]);
  });

  it("takes the first of each parent, or of the whole axis", async () => {
    const rows = (per: "PARENT" | "AXIS") => [
      level("owner", "user"),
      level("customer", "customer", {
        topN: top({ n: 1, per, ties: "BREAK_BY_CAPTION" }),
        sort: byAmount,
      }),
    ];
    expect(byRow(await ask(rows("PARENT")), "wonAmount")).toEqual({
      "Ann / Acme": "50.0000",
      "Ann / Others": "90.0000",
      "Bao / Acme": "30.0000",
      "Bao / Others": "25.0000",
      TOTAL: "195.0000",
    });
    expect(byRow(await ask(rows("AXIS")), "wonAmount")).toEqual({
      "Ann / Acme": "50.0000",
      "Ann / Others": "90.0000",
      "Bao / Others": "55.0000",
      TOTAL: "195.0000",
    });
  });

  it("counts in totals what it hides, unless totals are of what is visible", async () => {
    const rows = [level("customer", "customer", { topN: top({ n: 1, others: "HIDE" }) })];
    const all = await ask(rows);
    expect(byRow(all, "wonAmount")).toEqual({ Acme: "80.0000", TOTAL: "195.0000" });
    const visible = await ask(rows, { totals: { basis: "VISIBLE" } });
    expect(byRow(visible, "wonAmount")).toEqual({ Acme: "80.0000", TOTAL: "80.0000" });
    expect(byRow(visible, "medianCycleDays")["TOTAL"]).toBe("40.000000");
  });

  it("works on columns and within other columns' totals", async () => {
    const answer = await ask([level("owner", "user")], {
      columns: [level("customer", "customer", { topN: top({ n: 1 }) })],
    });
    expect(axisText(answer.axes.columns.positions)).toEqual([
      "DETAIL Acme",
      "OTHERS Others",
      "TOTAL",
    ]);
    expect(answer.grid.values.map((row) => row.filter((_, at) => at % 2 === 0))).toEqual([
      ["50.0000", "90.0000", "140.0000"],
      ["30.0000", "25.0000", "55.0000"],
      ["80.0000", "115.0000", "195.0000"],
    ]);
  });

  it("lets OTHERS be drilled into, without those that are kept", async () => {
    const answer = await ask([level("customer", "customer", { topN: top() })]);
    const others = answer.axes.rows.positions.find(({ kind }) => kind === "OTHERS");
    const rows = await drillThrough(
      {
        row: others?.drill.through ?? "",
        measure: "wonAmount",
        columns: ["customer", "closedAmount"],
      },
      { first: 10 },
      contextOf(warehouse.engine),
    );
    expect(rows).toMatchObject({ sum: "35.0000", totalCount: 3, matchesCell: true });
    expect(new Set(rows.rows.map(({ customer }) => customer))).toEqual(
      new Set(["Delta", "Echo", null]),
    );
  });

  it("is refused where members contain each other", async () => {
    await expect(ask([level("owner", "department", { topN: top() })])).rejects.toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: "rows[0].options.topN" }],
    });
  });
});

describe("conditions on measures", () => {
  it("drop rows and keep the total, unless it is of what is visible", async () => {
    const having = [{ measure: "wonAmount", op: "GTE", value: "40" }] as const;
    const rows = [level("customer", "customer")];
    expect(byRow(await ask(rows, { having }), "wonAmount")).toEqual({
      Acme: "80.0000",
      Blue: "40.0000",
      Cobalt: "40.0000",
      TOTAL: "195.0000",
    });
    const visible = await ask(rows, { having, totals: { basis: "VISIBLE" } });
    expect(byRow(visible, "wonAmount")["TOTAL"]).toBe("160.0000");
  });

  it("can be put to the outer members", async () => {
    const level1 = { dimension: "owner", hierarchy: "user", level: "user" };
    const answer = await ask([level("owner", "user"), level("customer", "customer")], {
      having: [{ measure: "wonAmount", op: "GT", value: "100", level: level1 }],
    });
    expect(Object.keys(byRow(answer, "wonAmount"))).toEqual([
      "Ann / Acme",
      "Ann / Blue",
      "Ann / Cobalt",
      "Ann / Delta",
      "TOTAL",
    ]);
  });
});
