import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CUBES } from "../../../warehouse/cubes.ts";
import { drillThrough } from "../../../warehouse/query/drill.ts";
import { askCube } from "../../../warehouse/query/run.ts";
import { contextOf, level, question } from "./ask.ts";
import { BASE, opportunity } from "./companies.ts";
import { departmentId, given, userId, type Company } from "./given.ts";
import { ownWarehouse, type OwnWarehouse } from "./open.ts";

const company: Company = {
  ...BASE,
  opportunities: fc.sample(opportunity, { numRuns: 250, seed: 7 }),
};
let warehouse: OwnWarehouse;
beforeAll(async () => {
  warehouse = await ownWarehouse();
  await given(warehouse.engine, company);
});
afterAll(() => warehouse[Symbol.asyncDispose]());

const MEASURES = [...(CUBES.get("opportunities")?.measures.keys() ?? [])];
const COUNTS: ReadonlySet<string> = new Set([
  "opportunityCount",
  "openCount",
  "wonCount",
  "lostCount",
  "assignedCount",
  "developedCount",
]);
const ROWS = [
  [],
  [level("owner", "department")],
  [level("owner", "department"), level("owner", "user")],
  [level("customer", "region2"), level("customer", "customer")],
  [level("lossReason")],
  [
    {
      item: {
        hierarchy: { dimension: "owner", expanded: [{ keys: [departmentId(company, "Company")] }] },
      },
    },
  ],
];
const COLUMNS = [[], [level("closedDate", "quarter")], [level("customer", "tier")]];

describe("drill-through", () => {
  it("shows as many rows as the cell counts, with the cell's sum, at any cell", async () => {
    const pick = fc.record({
      rows: fc.constantFrom(...ROWS),
      columns: fc.constantFrom(...COLUMNS),
      cell: fc.nat(),
      scoped: fc.boolean(),
      dated: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(pick, async ({ rows, columns, cell, scoped, dated }) => {
        const owners = scoped
          ? ["Ann", "Chen", "Chief"].map((name) => userId(company, name))
          : "all";
        const context = contextOf(warehouse.engine, { scope: { owners, hidden: new Set() } });
        const time = {
          dimension: "createdDate",
          timeZone: "Asia/Shanghai",
          range: { period: { unit: "YEAR", key: "2024" } },
        } as const;
        const filters = {
          not: { test: { dimension: "opportunitySource", op: "EQ", members: ["PHONE"] } },
        } as const;
        const answer = await askCube(
          question(MEASURES, rows, {
            columns,
            ...(dated ? { time, filters } : {}),
            totals: {
              rowSubtotals: rows.length === 2 ? ["department"].filter(() => rows === ROWS[2]) : [],
            },
          }),
          context,
        );
        const target = answer.cells[cell % answer.cells.length];
        if (!target || target.value === null) return;
        const { axes } = answer;
        const drilled = await drillThrough(
          {
            row: axes.rows.positions[target.row]?.drill.through ?? "",
            column: axes.columns.positions[target.column]?.drill.through ?? "",
            measure: target.measure,
          },
          { first: 200 },
          context,
        );
        const { sum, formatted } = drilled;
        expect({ measure: target.measure, sum, formatted }).toEqual({
          measure: target.measure,
          sum: target.value,
          formatted: target.formatted,
        });
        expect(drilled.matchesCell).toBe(true);
        expect(drilled.rows).toHaveLength(Math.min(200, drilled.totalCount));
        if (COUNTS.has(target.measure)) expect(String(drilled.totalCount)).toBe(target.value);
      }),
      { numRuns: 120, seed: 3 },
    );
  });

  it("pages through every row once, in any order of its columns", async () => {
    const context = contextOf(warehouse.engine);
    const answer = await askCube(question(["opportunityCount"]), context);
    const row = answer.axes.rows.positions[0]?.drill.through ?? "";
    for (const sort of [
      [],
      [{ property: "closedAmount", dir: "DESC" }],
      [{ property: "owner" }, { property: "closedAt" }],
    ] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await drillThrough(
          { row, measure: "opportunityCount", sort, columns: ["number", "closedAmount"] },
          { first: 37, after },
          context,
        );
        seen.push(...page.rows.map(({ number }) => String(number)));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toHaveLength(250);
      expect(new Set(seen).size).toBe(250);
    }
  });

  it("runs under the rights of the moment and says that the cell was another's", async () => {
    const answer = await askCube(question(["opportunityCount"]), contextOf(warehouse.engine));
    const row = answer.axes.rows.positions[0]?.drill.through ?? "";
    const drilled = await drillThrough(
      { row, measure: "opportunityCount" },
      { first: 10 },
      contextOf(warehouse.engine, { scope: { owners: [], hidden: new Set() } }),
    );
    expect(drilled).toMatchObject({ totalCount: 0, rows: [], matchesCell: false });
  });

  it("links each row to its record", async () => {
    const answer = await askCube(question(["opportunityCount"]), contextOf(warehouse.engine));
    const { columns } = await drillThrough(
      { row: answer.axes.rows.positions[0]?.drill.through ?? "", measure: "opportunityCount" },
      { first: 1 },
      contextOf(warehouse.engine),
    );
    const linked = columns.flatMap(({ name, recordType }) =>
      recordType ? [[name, recordType]] : [],
    );
    expect(linked).toEqual([
      ["opportunityId", "opportunity"],
      ["customerId", "customer"],
      ["ownerId", "user"],
      ["creatorId", "user"],
    ]);
  });

  it("refuses tokens that were changed, made with another key, or belong to another answer", async () => {
    const context = contextOf(warehouse.engine);
    const rows = [level("owner", "user")];
    const columns = [level("customer", "tier")];
    const one = await askCube(question(["openCount"], rows, { columns }), context);
    const other = await askCube(
      question(["openCount"], rows, { columns, attribution: "AS_WAS" }),
      context,
    );
    const row = one.axes.rows.positions[0]?.drill.through ?? "";
    const column = other.axes.columns.positions[0]?.drill.through ?? "";
    const flipped = row.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    const body = row.replace(/^./, (first) => (first === "A" ? "B" : "A"));
    for (const input of [
      { row: flipped },
      { row: body },
      { row: "x" },
      { row, column },
      { row: column },
    ]) {
      await expect(
        drillThrough({ ...input, measure: "openCount" }, { first: 10 }, context),
      ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
    await expect(
      drillThrough({ row, measure: "openCount" }, { first: 10 }, { ...context, tokenKey: "other" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });

  it("lets nobody drill into what is hidden from them", async () => {
    const context = contextOf(warehouse.engine);
    const answer = await askCube(question(["wonCount"], [level("lossReason")]), context);
    const row = answer.axes.rows.positions[0]?.drill.through ?? "";
    const hidden = (name: string) => ({
      scope: { owners: "all" as const, hidden: new Set([name]) },
    });
    for (const name of ["wonCount", "lossReason"]) {
      await expect(
        drillThrough(
          { row, measure: "wonCount" },
          { first: 1 },
          contextOf(warehouse.engine, hidden(name)),
        ),
      ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
  });
});
