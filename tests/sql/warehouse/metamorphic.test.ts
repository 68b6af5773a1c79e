import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CUBES } from "../../../warehouse/cubes.ts";
import type { Cellset } from "../../../warehouse/query/cellset.ts";
import { toUnits } from "../../../warehouse/query/decimal.ts";
import { additivityOf } from "../../../warehouse/query/describe.ts";
import { askCube } from "../../../warehouse/query/run.ts";
import { cellAt, contextOf, keysOf, level, question } from "./ask.ts";
import { BASE, opportunity } from "./companies.ts";
import { given, userId, type Company, type Move, type Status } from "./given.ts";
import { ownWarehouse, type OwnWarehouse } from "./open.ts";

const status = fc.constantFrom<Status>("UNASSIGNED", "ASSIGNED", "DEVELOPING", "WON", "LOST");
const move: fc.Arbitrary<Move> = fc
  .record({
    owner: fc.constantFrom("Ann", "Bao", "Chen", "Dora", null),
    from: fc.option(status),
    to: status,
    month: fc.integer({ min: 1, max: 12 }),
    days: fc.integer({ min: 0, max: 900 }),
    converted: fc.boolean(),
  })
  .map(({ month, days, ...rest }) => ({
    ...rest,
    on: `2024-${String(month).padStart(2, "0")}-15`,
    days: (days / 10).toFixed(6),
    change: `${days}.0000`,
  }));

const company: Company = {
  ...BASE,
  opportunities: fc.sample(opportunity, { numRuns: 300, seed: 11 }),
  moves: fc.sample(move, { numRuns: 300, seed: 12 }),
};
let warehouse: OwnWarehouse;
beforeAll(async () => {
  warehouse = await ownWarehouse();
  await given(warehouse.engine, company);
});
afterAll(() => warehouse[Symbol.asyncDispose]());

/** Every level that every cube declares, by the hierarchy that it stands in. */
const LEVELS = [...CUBES.values()].flatMap((cube) =>
  [...cube.dimensions.values()].flatMap((dimension) =>
    dimension.hierarchies.flatMap((hierarchy) =>
      hierarchy.levels.map((each) => ({
        cube: cube.name,
        dimension: dimension.name,
        hierarchy: hierarchy.name,
        level: each.name,
        isTree: each.source.kind === "tree",
      })),
    ),
  ),
);

const spec = ({ dimension, hierarchy, level: name }: (typeof LEVELS)[number]) => ({
  item: { level: { dimension, hierarchy, level: name } },
});
const measuresOf = (cube: string) => [...(CUBES.get(cube)?.measures.values() ?? [])];
const ask = (asked: Parameters<typeof askCube>[0], changes = {}) =>
  askCube(asked, contextOf(warehouse.engine, changes));

const value = (answer: Cellset, row: number, measure: string) =>
  cellAt(answer, row, 0, measure)?.value ?? null;

describe.each(
  LEVELS.map(
    (each) => [[each.cube, each.dimension, each.hierarchy, each.level].join(" "), each] as const,
  ),
)("%s", (_name, each) => {
  const measures = measuresOf(each.cube);
  const asked = {
    ...question(
      measures.map(({ name }) => name),
      [spec(each)],
      {
        limits: { maxRowMembers: 10_000 },
      },
    ),
    cube: each.cube,
  };

  it("answers every measure, and additive details add up to their total", async () => {
    const answer = await ask(asked);
    const { positions } = answer.axes.rows;
    expect(positions.length).toBeGreaterThan(1);
    expect(new Set(positions.map(keysOf)).size).toBe(positions.length);
    const total = positions.findIndex(({ kind }) => kind === "GRAND_TOTAL");
    for (const measure of measures) {
      if (additivityOf(measure) !== "ADDITIVE" || each.isTree) continue;
      const sum = positions
        .filter(({ kind }) => kind === "DETAIL")
        .reduce(
          (all, { ordinal }) => all + toUnits(value(answer, ordinal, measure.name) ?? "0"),
          0n,
        );
      expect(sum).toBe(toUnits(value(answer, total, measure.name) ?? "0"));
    }
  });

  it("filtered by a member answers what the member's row answers", async () => {
    const answer = await ask(asked);
    const rows = answer.axes.rows.positions.filter(({ kind }) => kind === "DETAIL");
    for (const position of [rows[0], rows.at(-1)]) {
      const key = position?.members[0]?.key ?? "";
      const { dimension, hierarchy, level: name } = each;
      const sliced = await ask({
        ...asked,
        rows: [],
        filters: { test: { dimension, hierarchy, level: name, op: "EQ", members: [key] } },
      });
      for (const { name: measure } of measures) {
        const own = cellAt(answer, position?.ordinal ?? 0, 0, measure);
        expect({ key, measure, value: value(sliced, 0, measure) }).toEqual({
          key,
          measure,
          value: own?.value ?? null,
        });
      }
    }
  });
});

describe("any question", () => {
  const levels = LEVELS.filter(({ cube }) => cube === "opportunities");
  const pair = fc
    .tuple(fc.constantFrom(...levels), fc.constantFrom(...levels))
    .filter(([one, other]) => one.dimension !== other.dimension);

  it("turned over has its rows as columns", async () => {
    await fc.assert(
      fc.asyncProperty(pair, async ([one, other]) => {
        const limits = { maxRowMembers: 10_000, maxColumnMembers: 2000, maxCells: 1_000_000 };
        const measures = ["wonAmount", "winRate"];
        const upright = await ask(
          question(measures, [spec(one)], { columns: [spec(other)], limits }),
        );
        const turned = await ask(
          question(measures, [spec(other)], { columns: [spec(one)], limits }),
        );
        const cells = new Map(
          turned.cells.map(({ row, column, measure, value: own }) => [
            `${column} ${row} ${measure}`,
            own,
          ]),
        );
        expect(turned.cells.length).toBe(upright.cells.length);
        for (const { row, column, measure, value: own } of upright.cells) {
          expect(cells.get(`${row} ${column} ${measure}`)).toBe(own);
        }
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it("of a scoped asker answers what a filter by the same owners answers", async () => {
    const owners = fc.subarray(
      BASE.users.map(({ name }) => userId(company, name)),
      { minLength: 1 },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...levels), owners, async (one, members) => {
        const asked = question(["opportunityCount", "wonAmount", "medianCycleDays"], [spec(one)], {
          limits: { maxRowMembers: 10_000 },
        });
        const scoped = await ask(asked, { scope: { owners: members, hidden: new Set() } });
        const typed = await ask({
          ...asked,
          filters: { test: { dimension: "owner", level: "user", op: "IN", members } },
        });
        expect(scoped.axes.rows.positions.map(keysOf)).toEqual(
          typed.axes.rows.positions.map(keysOf),
        );
        expect(scoped.cells).toEqual(typed.cells);
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it("keeps its total whatever is put on the axes", async () => {
    const total = await ask(question(["opportunityCount", "winRate", "medianCycleDays"]));
    await fc.assert(
      fc.asyncProperty(pair, async ([one, other]) => {
        const answer = await ask(
          question(["opportunityCount", "winRate", "medianCycleDays"], [spec(one)], {
            columns: [spec(other)],
            limits: { maxRowMembers: 1, maxColumnMembers: 1 },
          }),
        );
        const row = answer.axes.rows.positions.findIndex(({ kind }) => kind === "GRAND_TOTAL");
        const column = answer.axes.columns.positions.findIndex(
          ({ kind }) => kind === "GRAND_TOTAL",
        );
        for (const { measure, value: own } of total.cells) {
          expect(cellAt(answer, row, column, measure)?.value).toBe(own);
        }
        expect(answer.truncated.any).toBe(true);
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  it("asked again from its normal form answers the same", async () => {
    const asked = question(["wonAmount"], [level("owner", "department")]);
    const first = await ask(asked);
    const again = await ask({ ...asked, ...(first.normalized as object) });
    expect(again.normalized).toEqual(first.normalized);
    expect(again.queryHash).toBe(first.queryHash);
    expect(again.cells).toEqual(first.cells);
  });
});
