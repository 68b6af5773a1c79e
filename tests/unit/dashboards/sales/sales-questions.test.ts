import { describe, expect, it } from "vitest";
import type { Period } from "../../../../dashboards/src/cube/period.ts";
import {
  comparisonsOf,
  stepsOf,
} from "../../../../dashboards/src/pages/management/sales/comparisons.ts";
import { salesQuestions } from "../../../../dashboards/src/pages/management/sales/sales-questions.ts";
import {
  USUAL_PERIOD,
  type SalesView,
} from "../../../../dashboards/src/pages/management/sales/sales-view.ts";

const span = (from: string, to: string): Period => ({ kind: "custom", from, to });
const view = (part: Partial<SalesView>): SalesView => ({
  period: USUAL_PERIOD,
  picked: {},
  trendAs: "chart",
  funnelAs: "chart",
  turned: [],
  ...part,
});

describe("what a period is compared with", () => {
  it.each<[string, Period, readonly string[]]>([
    ["all time: nothing", { kind: "all" }, []],
    ["a year: last year, once", { kind: "relative", name: "thisYear" }, ["lastYear"]],
    ["twelve months", { kind: "relative", name: "last12Months" }, ["lastYear"]],
    ["a year of days", span("2016-03-01", "2017-02-28"), ["lastYear"]],
    ["a quarter", { kind: "relative", name: "thisQuarter" }, ["previousPeriod", "lastYear"]],
    ["some days", span("2017-01-05", "2017-02-03"), ["previousPeriod", "lastYear"]],
  ])("%s", (_name, period, expected) => expect(comparisonsOf(period)).toEqual(expected));
});

describe("the steps of a trend", () => {
  it.each<[Period, string]>([
    [{ kind: "relative", name: "thisMonth" }, "day"],
    [{ kind: "relative", name: "thisQuarter" }, "isoWeek"],
    [{ kind: "relative", name: "lastYear" }, "month"],
    [{ kind: "all" }, "month"],
    [span("2010-01-01", "2019-12-31"), "quarter"],
    [span("2017-01-01", "2017-01-01"), "day"],
  ])("%j are %s", (period, level) => expect(stepsOf(period).level).toBe(level));
});

describe("the questions of the sales page", () => {
  const picked = { region: ["华东"], tier: ["3", "5"] };

  it("narrow every card by every pick", () => {
    for (const [name, question] of Object.entries(salesQuestions(view({ picked })))) {
      const tests = JSON.stringify(question?.filters ?? null);
      if (question) expect([name, tests]).toEqual([name, expect.stringContaining('["3","5"]')]);
    }
  });

  it("hold for the period by the date that each card is about; the pipeline is that of now", () => {
    const { keyFigures, funnel, steps, pipeline } = salesQuestions(view({}));
    expect(keyFigures.time?.dimension).toBe("closedDate");
    expect(funnel.time?.dimension).toBe("createdDate");
    expect(steps.time?.dimension).toBe("occurredDate");
    expect(pipeline.time).toBeUndefined();
  });

  it("compare a running period with as many days, the months of the trend with whole ones", () => {
    const { keyFigures, before, trend } = salesQuestions(view({}));
    expect(keyFigures.time?.partialPeriods).toBe("COMPARE_TO_DATE");
    expect(before).toBeUndefined();
    expect(trend.time).toMatchObject({ compareTo: { samePeriodLastYear: true } });
    expect(trend.time?.partialPeriods).toBeUndefined();
  });

  it("ask all time without a range or a comparison", () => {
    const questions = salesQuestions(view({ period: { kind: "all" } }));
    for (const question of Object.values(questions)) expect(question?.time).toBeUndefined();
    expect(JSON.stringify(questions)).not.toContain("COMPARISON");
  });
});
