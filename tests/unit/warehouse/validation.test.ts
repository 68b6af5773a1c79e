import { describe, expect, it } from "vitest";
import { AppError } from "../../../schema/kernel/errors.ts";
import type { CubeContext } from "../../../warehouse/query/context.ts";
import { normalize } from "../../../warehouse/query/normalize.ts";
import { plan } from "../../../warehouse/query/plan.ts";
import type { CubeQuestion } from "../../../warehouse/query/question.ts";
import { validate } from "../../../warehouse/query/validate.ts";

const context = (hidden: string[] = []): CubeContext =>
  ({
    scope: { owners: "all", hidden: new Set(hidden) },
    locale: "en",
    fiscalStart: 1,
  }) as unknown as CubeContext;

/** The faults of a question as `path: code or text`. */
function faults(question: Partial<CubeQuestion>, hidden: string[] = []): string[] {
  const whole = { cube: "opportunities", measures: [{ measure: "wonCount" }], ...question };
  try {
    plan(validate(normalize(whole, context(hidden)), context(hidden)));
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe("INVALID_INPUT");
    return error.issues.map(({ path, code, suggestions, text }) =>
      code === "UNKNOWN_NAME" ? `${path} → ${suggestions?.join(", ")}` : `${path}: ${text.en}`,
    );
  }
}

const at = (dimension: string, level: string) => ({ item: { level: { dimension, level } } });
const time = { dimension: "closedDate", timeZone: "Asia/Shanghai" } as const;

describe("a question with faults", () => {
  it("hears of all of them at once, with their paths and the nearest names", () => {
    expect(
      faults({
        measures: [{ measure: "wonAmuont" }, { measure: "winrate" }],
        rows: [at("owner", "departmnt"), at("custmer", "tier")],
        columns: [
          { item: { level: { dimension: "closedDate", hierarchy: "calender", level: "month" } } },
        ],
        filters: { and: [{ test: { dimension: "lossReasn", op: "EQ", members: ["PRICE"] } }] },
        time: { ...time, dimension: "closeDate", range: { period: { unit: "YEAR", key: "2017" } } },
        totals: { rowSubtotals: ["region1"] },
      }),
    ).toEqual([
      "measures[0].measure → wonAmount, wonCount",
      "measures[1].measure → winRate",
      "rows[0].item.level.level → department",
      "rows[1].item.level.dimension → customer",
      "totals.rowSubtotals[0] → ",
      "columns[0].item.level.hierarchy → calendar",
      "filters.and[0].test.dimension → lossReason",
      "time.dimension → closedDate, expectedCloseDate",
    ]);
  });

  it("about another cube hears of the cubes that exist", () => {
    expect(faults({ cube: "opportunitys" })).toEqual(["cube → opportunities, opportunityFlow"]);
  });

  it("hears nothing of what is hidden from its asker", () => {
    expect(faults({ measures: [{ measure: "wonAmount" }] }, ["wonAmount"])).toEqual([
      "measures[0].measure → wonCount, openAmount, averageWonAmount",
    ]);
    const sort = { byMeasure: { measure: "wonAmount" } };
    expect(
      faults({ rows: [{ ...at("owner", "user"), options: { sort } }] }, ["wonAmount"]),
    ).toHaveLength(1);
    expect(
      faults({ having: [{ measure: "wonAmount", op: "GT", value: "1" }] }, ["wonAmount"]),
    ).toHaveLength(1);
    const filters = {
      test: { dimension: "customer", level: "tier", op: "EQ", members: ["1"] },
    } as const;
    expect(faults({ filters }, ["customer.tier"])).toHaveLength(1);
    expect(faults({ rows: [at("customer", "tier")] }, ["customer"])).toHaveLength(1);
    expect(faults({ cube: "opportunityFlow" }, ["opportunityFlow"])).toHaveLength(1);
  });

  it.each<[string, Partial<CubeQuestion>, string[]]>([
    ["no measure", { measures: [] }, ["measures: Choose at least one measure"]],
    [
      "a measure twice under one name",
      { measures: [{ measure: "wonCount" }, { measure: "wonCount" }] },
      ['measures[1].as: The name "wonCount" is used twice; choose another with as'],
    ],
    [
      "a level twice",
      { rows: [at("owner", "user")], columns: [at("owner", "user")] },
      ["columns[0]: Level owner.user stands on an axis twice"],
    ],
    [
      "an axis item of two kinds",
      { rows: [{ item: { ...at("owner", "user").item, set: "best" } }] },
      ["rows[0].item: Give exactly one of level, hierarchy and set"],
    ],
    [
      "a member of a fixed set that it does not have",
      {
        filters: { test: { dimension: "customer", level: "status", op: "EQ", members: ["ACTIV"] } },
      },
      ["filters.test.members[0] → ACTIVE"],
    ],
    [
      "a period that is none",
      {
        filters: {
          test: { dimension: "closedDate", level: "quarter", op: "EQ", members: ["2017-Q5"] },
        },
      },
      ['filters.test.members[0]: "2017-Q5" is not a member of level quarter'],
    ],
    [
      "an id that is none",
      {
        filters: {
          test: { dimension: "owner", level: "user", op: "EQ", members: ["1; drop table"] },
        },
      },
      ['filters.test.members[0]: "1; drop table" is not a member of level user'],
    ],
    [
      "an order where there is none",
      { filters: { test: { dimension: "customer", level: "industry", op: "GT", members: ["A"] } } },
      ["filters.test.op: Level industry has no order for GT"],
    ],
    [
      "impossible days",
      { time: { ...time, range: { absolute: { from: "2017-02-30", to: "2017-01-01" } } } },
      ['time.range.absolute.from: "2017-02-30" is not a day between 1900 and 2199'],
    ],
    [
      "a range that runs backwards",
      { time: { ...time, range: { absolute: { from: "2017-02-01", to: "2017-01-01" } } } },
      ["time.range.absolute: from lies after to"],
    ],
    [
      "a zone that is none",
      { time: { ...time, timeZone: "Asia/Shanghia", range: { relative: { unit: "MONTH" } } } },
      ['time.timeZone: "Asia/Shanghia" is not a time zone'],
    ],
    [
      "a comparison with nothing",
      { measures: [{ measure: "wonCount", show: ["COMPARISON_PCT"] }] },
      ["measures[0].show: A comparison needs time.compareTo"],
    ],
    [
      "a previous period without periods",
      { measures: [{ measure: "wonCount", show: ["DIFF_PREVIOUS"] }] },
      ["measures[0].show: A difference to the previous period needs a date level on an axis"],
    ],
    [
      "a sort at a column that is not there",
      {
        rows: [
          {
            ...at("owner", "user"),
            options: {
              sort: {
                byMeasure: {
                  measure: "wonCount",
                  at: [{ dimension: "closedDate", level: "month", key: "2017-01" }],
                },
              },
            },
          },
        ],
      },
      [
        "rows[0].options.sort.byMeasure.at: at names members of the other axis, from its outermost item on",
      ],
    ],
    [
      "limits out of bounds",
      { limits: { maxCells: 0 } },
      ["limits.maxCells: maxCells lies between 1 and 1000000"],
    ],
    [
      "a condition that is no number",
      { having: [{ measure: "wonCount", op: "GT", value: "many" }] },
      ['having[0].values[0]: "many" is not a decimal'],
    ],
    ["a segment", { segments: ["best"] }, ["segments[0] → "]],
    ["a state of the past", { asOf: "2017-01-01T00:00:00Z" }, ["asOf: asOf is not available yet"]],
    ["a conversion", { currency: "USD" }, ["currency: currency conversion is not available yet"]],
    [
      "a calculation",
      { calculations: [{ name: "x" }] },
      ["calculations: calculations is not available yet"],
    ],
    ["another language", { locale: "fr" }, ["locale → en"]],
  ])("is refused for %s", (_fault, question, expected) => {
    expect(faults(question)).toEqual(expected);
  });

  it("is checked however deep its filter goes", () => {
    const test = { test: { dimension: "nowhere", op: "EQ", members: ["1"] } } as const;
    expect(faults({ filters: { or: [{ not: { and: [test] } }] } })).toEqual([
      "filters.or[0].not.and[0].test.dimension → ",
    ]);
  });
});
