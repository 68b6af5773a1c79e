import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CubeQuestion } from "../../../warehouse/query/question.ts";
import { askCube } from "../../../warehouse/query/run.ts";
import { contextOf, level, question } from "./ask.ts";
import { BASE } from "./companies.ts";
import { given, uuid } from "./given.ts";
import { ownWarehouse, type OwnWarehouse } from "./open.ts";

let warehouse: OwnWarehouse;
beforeAll(async () => {
  warehouse = await ownWarehouse();
  const opportunities = ["Ann", "Bao", "Bao"].map((owner) => ({
    owner,
    status: "ASSIGNED" as const,
    created: "2024-01-01",
  }));
  await given(warehouse.engine, { ...BASE, opportunities });
});
afterAll(() => warehouse[Symbol.asyncDispose]());

type Context = Parameters<typeof contextOf>[1];
const ask = (rest: Partial<CubeQuestion> = {}, context: Context = {}) =>
  askCube(
    question(["opportunityCount"], [level("owner", "user")], rest),
    contextOf(warehouse.engine, context),
  );
const figures = ({ cells }: Awaited<ReturnType<typeof ask>>) => cells.map(({ value }) => value);

describe("answers since the last load", () => {
  it("are given again, cell by cell the same, and say so", async () => {
    const first = await ask();
    const second = await ask();
    expect([first, second].map(({ source }) => source.cacheHit)).toEqual([false, true]);
    expect(figures(second)).toEqual(figures(first));
    expect(second.axes.rows.positions.map(({ drill }) => drill.through)).toEqual(
      first.axes.rows.positions.map(({ drill }) => drill.through),
    );
  });

  it("are made anew for a question that wants it fresh", async () => {
    await ask();
    expect((await ask({ consistency: "FRESH" })).source.cacheHit).toBe(false);
  });

  it("are nobody else's: narrower rights ask the engine themselves", async () => {
    await ask();
    const scope = { owners: [uuid(2, 1)], hidden: new Set<string>() };
    const narrow = await ask({}, { scope });
    expect(narrow.source.cacheHit).toBe(false);
    expect(figures(narrow)).toEqual(["1", "1"]);
  });

  it("are forgotten with the next load", async () => {
    await ask();
    await warehouse.engine.write((writer) =>
      writer.transaction(() =>
        writer.run("delete from fact_opportunity where owner_durable_key = 1"),
      ),
    );
    const after = await ask();
    expect(after.source.cacheHit).toBe(false);
    expect(after.cells.at(-1)?.value).toBe("2");
    expect((await ask()).source.cacheHit).toBe(true);
  });
});
