import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Position } from "../../../warehouse/query/cellset.ts";
import type { CubeContext } from "../../../warehouse/query/context.ts";
import { askCube } from "../../../warehouse/query/run.ts";
import { contextOf, level, question } from "./ask.ts";
import { BASE, opportunity } from "./companies.ts";
import { given, userId, type Company } from "./given.ts";
import { ownWarehouse, type OwnWarehouse } from "./open.ts";
import { keysOf, LEVELS, MEASURES, rowsOf } from "./oracle.ts";

const company: Company = {
  ...BASE,
  opportunities: fc.sample(opportunity, { numRuns: 400, seed: 20240615 }),
};
const LEVEL_NAMES = Object.keys(LEVELS);
const MEASURE_NAMES = Object.keys(MEASURES);

let warehouse: OwnWarehouse;
beforeAll(async () => {
  warehouse = await ownWarehouse();
  await given(warehouse.engine, company);
});
afterAll(() => warehouse[Symbol.asyncDispose]());

const axisOf = (names: readonly string[]) =>
  names.map((name) => {
    const [dimension = "", levelName = ""] = name.split(".");
    return level(dimension, levelName);
  });

/** The levels of one dimension together would nest members that are not beside each other. */
const axes = fc
  .shuffledSubarray(LEVEL_NAMES, { minLength: 0, maxLength: 3 })
  .filter((names) => new Set(names.map((name) => name.split(".")[0])).size === names.length)
  .chain((names) =>
    fc
      .integer({ min: 0, max: names.length })
      .map((at) => ({ rows: names.slice(0, at), columns: names.slice(at) })),
  );

const membersOf = ({ members }: Position) =>
  members.map(({ dimension, level: name, key }) => ({ level: `${dimension}.${name}`, key }));

async function checkEveryCell(
  names: { readonly rows: readonly string[]; readonly columns: readonly string[] },
  context: CubeContext,
  facts: Company["opportunities"],
): Promise<void> {
  const answer = await askCube(
    question(MEASURE_NAMES, axisOf(names.rows), {
      columns: axisOf(names.columns),
      totals: {
        rowSubtotals: names.rows.map((name) => name.split(".")[1] ?? ""),
        columnSubtotals: names.columns.map((name) => name.split(".")[1] ?? ""),
      },
      limits: { maxCells: 1_000_000, maxRowMembers: 10_000, maxColumnMembers: 2000 },
    }),
    context,
  );
  const { rows, columns } = answer.axes;
  for (const cell of answer.cells) {
    const [row, column] = [rows.positions[cell.row], columns.positions[cell.column]];
    if (!row || !column) throw new Error("a cell outside the axes");
    const mine = rowsOf(company, facts, [...membersOf(row), ...membersOf(column)]);
    const expected = mine.length === 0 ? null : (MEASURES[cell.measure]?.(mine) ?? null);
    if (cell.value !== expected) {
      const at = `${cell.measure} at ${JSON.stringify([membersOf(row), membersOf(column)])}`;
      expect({ at, value: cell.value }).toEqual({ at, value: expected });
    }
  }
  // Every fact is in some cell: nothing that should be there is missing.
  const everything = facts.length;
  const corner = answer.cells.find(
    ({ row, column, measure }) =>
      measure === "opportunityCount" &&
      rows.positions[row]?.kind === "GRAND_TOTAL" &&
      columns.positions[column]?.kind === "GRAND_TOTAL",
  );
  expect(corner?.value ?? "0").toBe(String(everything));
  expect(answer.truncated.any).toBe(false);
}

describe("every cell, subtotal and total equals a naive count over the rows", () => {
  it("for any levels on rows and columns", async () => {
    await fc.assert(
      fc.asyncProperty(axes, async (names) => {
        await checkEveryCell(names, contextOf(warehouse.engine), company.opportunities);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it("for any set of owners in scope", async () => {
    const owners = fc.subarray(BASE.users.map(({ name }) => name));
    await fc.assert(
      fc.asyncProperty(axes, owners, async (names, visible) => {
        const scope = {
          owners: visible.map((name) => userId(company, name)),
          hidden: new Set<string>(),
        };
        const facts = company.opportunities.filter(
          ({ owner }) => owner !== null && visible.includes(owner),
        );
        await checkEveryCell(names, contextOf(warehouse.engine, { scope }), facts);
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it.each(LEVEL_NAMES)("with all members of %s found on the rows", async (name) => {
    const [dimension = "", levelName = ""] = name.split(".");
    const answer = await askCube(
      question(["opportunityCount"], [level(dimension, levelName)]),
      contextOf(warehouse.engine),
    );
    const found = answer.axes.rows.positions.flatMap(({ members: [member] }) => member?.key ?? []);
    const expected = new Set(
      company.opportunities.flatMap((row) => [...keysOf(company, row, name)]),
    );
    expect(new Set(found)).toEqual(expected);
    expect(found.length).toBe(expected.size);
  });
});
