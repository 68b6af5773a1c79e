import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../schema/kernel/clock.ts";
import {
  periodOf,
  periodsBetween,
  periodSpan,
  shiftPeriod,
  type AnyPeriod,
} from "../../../warehouse/calendar/periods.ts";
import { resolveTime, shiftMonths } from "../../../warehouse/query/resolve-time.ts";
import type { TimeInput } from "../../../warehouse/query/question.ts";
import type { ValidQuestion } from "../../../warehouse/query/resolved.ts";

const PERIODS: readonly AnyPeriod[] = [
  "year",
  "half",
  "quarter",
  "month",
  "day",
  "isoYear",
  "isoWeek",
  "fiscalYear",
  "fiscalQuarter",
  "fiscalMonth",
];
const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1950-01-01", days));
const fiscalStart = fc.integer({ min: 1, max: 12 });

describe("periods", () => {
  it("are found by any of their days, follow each other without gaps, and count", () => {
    fc.assert(
      fc.property(
        day,
        fiscalStart,
        fc.constantFrom(...PERIODS),
        fc.integer({ min: -30, max: 30 }),
        (each, start, period, shift) => {
          const key = periodOf(period, each, start);
          const span = periodSpan(period, key, start);
          expect(span && span.from <= each && each <= span.to).toBe(true);
          if (!span) return;
          const next = shiftPeriod(period, key, 1, start);
          expect(next && periodSpan(period, next, start)?.from).toBe(addDays(span.to, 1));
          const far = shiftPeriod(period, key, shift, start);
          const there = far && periodSpan(period, far, start);
          expect(there && periodsBetween(period, each, there.to, start)).toBe(shift);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each<[AnyPeriod, string, string, string]>([
    ["isoWeek", "2020-W53", "2020-12-28", "2021-01-03"],
    ["isoYear", "2020", "2019-12-30", "2021-01-03"],
    ["half", "2024-H2", "2024-07-01", "2024-12-31"],
    ["month", "2024-02", "2024-02-01", "2024-02-29"],
  ])("%s %s runs from %s to %s", (period, key, from, to) => {
    expect(periodSpan(period, key, 1)).toEqual({ from, to });
  });

  it("name a fiscal year by the calendar year in which it ends", () => {
    expect(periodSpan("fiscalYear", "2024", 4)).toEqual({ from: "2023-04-01", to: "2024-03-31" });
    expect(periodOf("fiscalQuarter", "2023-04-01", 4)).toBe("FY2024-Q1");
    expect(periodOf("fiscalMonth", "2024-03-31", 4)).toBe("FY2024-M12");
  });

  it.each([
    ["isoWeek", "2021-W53"],
    ["isoWeek", "2021-W00"],
    ["quarter", "2024-Q5"],
    ["month", "2024-13"],
    ["day", "2023-02-29"],
    ["year", "24"],
  ] as const)("%s %s does not exist", (period, key) => {
    expect(periodSpan(period, key, 1)).toBeUndefined();
  });
});

describe("time ranges", () => {
  const dimension = { name: "closedDate", looksAhead: false };
  const resolve = (time: Partial<TimeInput>, now = "2024-05-15T04:00:00Z", start = 1) => {
    const normal = {
      time: { dimension: "closedDate", timeZone: "Asia/Shanghai", range: {}, ...time },
    };
    const axis = { items: [], grandTotal: true };
    const question = {
      normal,
      time: { dimension },
      rows: axis,
      columns: axis,
    } as unknown as ValidQuestion;
    const resolved = resolveTime(question, new Date(now), start);
    return [resolved?.span, resolved?.comparison].flatMap((span) =>
      span ? [`${span.from} ${span.to}`] : [],
    );
  };

  it.each<[string, Partial<TimeInput>, string[]]>([
    ["this month", { range: { relative: { unit: "MONTH" } } }, ["2024-05-01 2024-05-31"]],
    [
      "this month to date",
      { range: { relative: { unit: "MONTH", toDate: true } } },
      ["2024-05-01 2024-05-15"],
    ],
    [
      "last month",
      { range: { relative: { unit: "MONTH", offset: -1, toDate: true } } },
      ["2024-04-01 2024-04-30"],
    ],
    [
      "the last 12 months",
      { range: { relative: { unit: "MONTH", count: 12 } } },
      ["2023-06-01 2024-05-31"],
    ],
    ["this week", { range: { relative: { unit: "WEEK" } } }, ["2024-05-13 2024-05-19"]],
    [
      "this week from Sunday",
      { range: { relative: { unit: "WEEK" } }, weekStart: "SUNDAY" },
      ["2024-05-12 2024-05-18"],
    ],
    ["this half", { range: { relative: { unit: "HALF" } } }, ["2024-01-01 2024-06-30"]],
    [
      "the ISO year",
      { range: { relative: { unit: "YEAR" } }, calendar: "ISO_WEEK" },
      ["2024-01-01 2024-12-29"],
    ],
    [
      "a period",
      { range: { period: { unit: "WEEK", key: "2024-W01" } } },
      ["2024-01-01 2024-01-07"],
    ],
    [
      "a month with the one before",
      { range: { period: { unit: "MONTH", key: "2024-03" } }, compareTo: { previousPeriod: true } },
      ["2024-03-01 2024-03-31", "2024-02-01 2024-02-29"],
    ],
    [
      "ten days with the ten before",
      {
        range: { absolute: { from: "2024-03-06", to: "2024-03-15" } },
        compareTo: { previousPeriod: true },
      },
      ["2024-03-06 2024-03-15", "2024-02-25 2024-03-05"],
    ],
    [
      "a leap February with last year's",
      {
        range: { period: { unit: "MONTH", key: "2024-02" } },
        compareTo: { samePeriodLastYear: true },
      },
      ["2024-02-01 2024-02-29", "2023-02-01 2023-02-28"],
    ],
    [
      "the running month with as much of last year's",
      {
        range: { relative: { unit: "MONTH" } },
        compareTo: { samePeriodLastYear: true },
        partialPeriods: "COMPARE_TO_DATE",
      },
      ["2024-05-01 2024-05-31", "2023-05-01 2023-05-15"],
    ],
  ])("%s", (_name, time, expected) => {
    expect(resolve(time)).toEqual(expected);
  });

  it("take today from the zone of the question", () => {
    const today = { range: { relative: { unit: "DAY" as const } } };
    expect(resolve(today, "2024-05-15T17:00:00Z")).toEqual(["2024-05-16 2024-05-16"]);
    expect(resolve({ ...today, timeZone: "UTC" }, "2024-05-15T17:00:00Z")).toEqual([
      "2024-05-15 2024-05-15",
    ]);
  });

  it("follow the fiscal calendar where asked", () => {
    const year = { range: { relative: { unit: "YEAR" as const } }, calendar: "FISCAL" as const };
    expect(resolve(year, "2024-05-15T00:00:00Z", 4)).toEqual(["2024-04-01 2025-03-31"]);
  });

  it("shift month ends to month ends", () => {
    expect(shiftMonths({ from: "2024-02-01", to: "2024-02-29" }, 1)).toEqual({
      from: "2024-03-01",
      to: "2024-03-31",
    });
  });
});
