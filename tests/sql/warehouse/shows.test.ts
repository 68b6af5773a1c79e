import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CubeQuestion } from "../../../warehouse/query/question.ts";
import type { ShowAs } from "../../../warehouse/query/names.ts";
import { askCube } from "../../../warehouse/query/run.ts";
import { byRow, captions, cellAt, contextOf, level, question } from "./ask.ts";
import { BASE } from "./companies.ts";
import { given, type Opportunity } from "./given.ts";
import { ownWarehouse, type OwnWarehouse } from "./open.ts";

const won = (owner: string, closed: string, amount: string): Opportunity => ({
  owner,
  status: "WON",
  created: closed,
  closed,
  amount,
});

let warehouse: OwnWarehouse;
beforeAll(async () => {
  warehouse = await ownWarehouse();
  await given(warehouse.engine, {
    ...BASE,
    opportunities: [
      won("Ann", "2023-03-10", "100.0000"),
      won("Ann", "2023-04-10", "60.0000"),
      won("Bao", "2023-04-11", "20.0000"),
      won("Ann", "2024-01-10", "50.0000"),
      won("Bao", "2024-01-11", "150.0000"),
      won("Dora", "2024-01-12", "100.0000"),
      won("Ann", "2024-03-10", "200.0000"),
      won("Bao", "2024-04-10", "100.0000"),
    ],
  });
});
afterAll(() => warehouse[Symbol.asyncDispose]());

const range = (from: string, to: string) => ({
  dimension: "closedDate",
  timeZone: "Asia/Shanghai",
  range: { absolute: { from, to } },
});
const spring = range("2024-01-01", "2024-04-30");

const ask = (shows: readonly ShowAs[], rest: Partial<CubeQuestion>) =>
  askCube(
    {
      ...question([]),
      measures: [{ measure: "wonAmount", show: [...shows] }],
      time: spring,
      ...rest,
    },
    contextOf(warehouse.engine),
  );

describe("shares", () => {
  it("are fractions of the total, the row, the column and the parent, each at its own grain", async () => {
    const shows = ["PCT_OF_TOTAL", "PCT_OF_ROW", "PCT_OF_COLUMN"] as const;
    const answer = await ask(shows, {
      rows: [level("owner", "user")],
      columns: [level("closedDate", "month")],
      totals: { grandRow: false, grandColumn: false },
    });
    const at = (row: number, column: number) =>
      shows.map((show) => cellAt(answer, row, column, "wonAmount", show)?.value);
    expect(answer.axes.rows.positions.map(captions)).toEqual(["Ann", "Bao", "Dora"]);
    expect(at(0, 0)).toEqual(["0.0833333333", "0.2000000000", "0.1666666667"]);
    expect(at(0, 1)).toEqual(["0.3333333333", "0.8000000000", "1.0000000000"]);
    expect(cellAt(answer, 0, 0, "wonAmount", "PCT_OF_ROW")?.formatted).toBe("20.00%");
  });

  it("of a department are of the department above", async () => {
    const answer = await ask(["PCT_OF_PARENT"], { rows: [level("owner", "department")] });
    expect(byRow(answer, "wonAmount", "PCT_OF_PARENT")).toMatchObject({
      Company: "1.0000000000",
      North: "0.8333333333",
      "North 1": "1.0000000000",
      South: "0.1666666667",
    });
  });

  it("have no meaning for a rate", async () => {
    const answer = await askCube(
      { ...question([]), measures: [{ measure: "winRate", show: ["PCT_OF_TOTAL"] }] },
      contextOf(warehouse.engine),
    );
    expect(answer.cells[0]?.status).toBe("NOT_APPLICABLE");
  });
});

describe("forms along a line", () => {
  it("run up over the months, keeping the total where a month is empty", async () => {
    const answer = await ask(["RUNNING_TOTAL", "DIFF_PREVIOUS", "PCT_DIFF_PREVIOUS"], {
      rows: [level("closedDate", "month", { showEmpty: true })],
      totals: { grandRow: false },
    });
    expect(byRow(answer, "wonAmount", "RUNNING_TOTAL")).toEqual({
      "Jan 2024": "300.0000",
      "Feb 2024": "300.0000",
      "Mar 2024": "500.0000",
      "Apr 2024": "600.0000",
    });
    expect(byRow(answer, "wonAmount", "DIFF_PREVIOUS")).toEqual({
      "Jan 2024": null,
      "Feb 2024": null,
      "Mar 2024": null,
      "Apr 2024": "-100.0000",
    });
    expect(byRow(answer, "wonAmount", "PCT_DIFF_PREVIOUS")["Apr 2024"]).toBe("-0.5000000000");
  });

  it("find the previous period across the outer one", async () => {
    const answer = await ask(["DIFF_PREVIOUS"], {
      time: range("2023-01-01", "2024-12-31"),
      rows: [level("closedDate", "year"), level("closedDate", "quarter")],
      totals: { grandRow: false },
    });
    expect(byRow(answer, "wonAmount", "DIFF_PREVIOUS")).toEqual({
      "2023 / Q1 2023": null,
      "2023 / Q2 2023": "-20.0000",
      "2024 / Q1 2024": null,
      "2024 / Q2 2024": "-400.0000",
    });
  });

  it("rank within their parent with equal ranks for equal figures", async () => {
    const answer = await ask(["RANK"], {
      rows: [level("owner", "user")],
      totals: { grandRow: false },
    });
    // Ann 250, Bao 250, Dora 100.
    expect(byRow(answer, "wonAmount", "RANK")).toEqual({ Ann: "1", Bao: "1", Dora: "3" });
  });
});

describe("comparison", () => {
  const shows = ["VALUE", "COMPARISON_VALUE", "COMPARISON_DELTA", "COMPARISON_PCT"] as const;
  const figures = async (compareTo: object, rest: Partial<CubeQuestion> = {}) => {
    const answer = await ask(shows, { time: { ...spring, compareTo }, ...rest });
    return answer.axes.rows.positions.map(({ ordinal }) =>
      shows.map((show) => cellAt(answer, ordinal, 0, "wonAmount", show)?.value ?? null),
    );
  };

  it("with last year puts each month beside the same month", async () => {
    const rows = [level("closedDate", "month")];
    expect(await figures({ samePeriodLastYear: true }, { rows })).toEqual([
      ["300.0000", null, null, null],
      ["200.0000", "100.0000", "100.0000", "1.0000000000"],
      ["100.0000", "80.0000", "20.0000", "0.2500000000"],
      ["600.0000", "180.0000", "420.0000", "2.3333333333"],
    ]);
  });

  it("at one time equals the value at the other", async () => {
    const compared = await figures({ custom: { from: "2023-01-01", to: "2023-04-30" } });
    const then = await ask(["VALUE"], { time: range("2023-01-01", "2023-04-30") });
    expect(compared[0]?.[1]).toBe(then.cells[0]?.value);
  });

  it("with the previous period takes as many whole months before", async () => {
    const answer = await ask(shows, {
      time: { ...range("2024-03-01", "2024-04-30"), compareTo: { previousPeriod: true } },
    });
    expect(answer.cells.map(({ value }) => value)).toEqual([
      "300.0000",
      "300.0000",
      "0.0000",
      "0.0000000000",
    ]);
  });

  it("without a base has no percentage", async () => {
    const [total] = await figures({ custom: { from: "2023-12-01", to: "2023-12-31" } });
    expect(total).toEqual(["600.0000", null, null, null]);
  });
});

describe("measures on rows", () => {
  it("turn the dense matrix over, and swapping the axes too turns it back", async () => {
    const asked = (rest: Partial<CubeQuestion>) =>
      askCube(
        { ...question(["wonAmount", "wonCount"]), time: spring, ...rest },
        contextOf(warehouse.engine),
      );
    const months = [level("closedDate", "month")];
    const people = [level("owner", "user")];
    const upright = await asked({ rows: people, columns: months });
    const turned = await asked({ rows: months, columns: people, measuresOn: "ROWS" });
    const transposed = upright.grid.values[0]?.map((_, at) =>
      upright.grid.values.map((row) => row[at]),
    );
    expect(turned.grid.values).toEqual(transposed);
    expect(upright.grid.values[0]?.slice(0, 2)).toEqual(["50.0000", "1"]);
  });
});
