import fs from "node:fs";
import path from "node:path";
import type { AxisSpec, CubeQuestion } from "../../warehouse/query/question.ts";

/** A question as a page sends it: its document and the question in it. */
export interface PageQuestion {
  readonly query: string;
  readonly input: CubeQuestion;
}

const FOLDER = path.resolve("dashboards/src/cube");
const read = (name: string): string[] =>
  fs.readFileSync(path.join(FOLDER, name), "utf8").split(/\n(?=fragment )/);
const shared = read("cellset.graphql");
const CELLSET = shared.join("\n");
/** The fragments that both documents share stand in one file. */
const MATRIX = [
  ...read("matrix.graphql"),
  ...shared.filter((part) => /^fragment (Position|Freshness|Truncation)Parts/.test(part)),
].join("\n");

const level = (dimension: string, name: string, hierarchy?: string): AxisSpec => ({
  item: { level: { dimension, level: name, ...(hierarchy ? { hierarchy } : {}) } },
});
const ROWS = [
  level("owner", "department", "organization"),
  level("owner", "user"),
  level("customer", "industry"),
  level("customer", "tier"),
  level("customer", "region"),
  level("opportunitySource", "opportunitySource"),
  level("lossReason", "lossReason"),
];
const COLUMNS = [
  level("closedDate", "month", "calendar"),
  level("closedDate", "year", "calendar"),
  level("createdDate", "quarter", "calendar"),
  level("opportunityStatus", "opportunityStatus"),
];
const RANKED = ["wonAmount", "winRate", "wonCount", "averageWonAmount"];
const KEY_FIGURES = [...RANKED, "lostCount", "averageCycleDays"];
const SECOND = ["winRate", "wonCount", "averageWonAmount", "averageCycleDays"];
const STAGES = [
  "opportunityCount",
  "estimatedAmount",
  "assignedCount",
  "developedCount",
  "wonCount",
];
const YEARS = [2020, 2021, 2022, 2023];
const measures = (names: readonly string[]) => names.map((measure) => ({ measure }));
const closedIn = (year: number): NonNullable<CubeQuestion["time"]> => ({
  dimension: "closedDate",
  timeZone: "Asia/Shanghai",
  range: { absolute: { from: `${year}-01-01`, to: `${year}-12-31` } },
});
const COMPARED = {
  compareTo: { samePeriodLastYear: true },
  partialPeriods: "COMPARE_TO_DATE",
} as const;

/** What the sales page asks of a year: key figures, trend, funnel and the rankings. */
function ofSalesPage(year: number): CubeQuestion[] {
  const common = { cube: "opportunities", time: closedIn(year) };
  return [
    {
      ...common,
      measures: KEY_FIGURES.map((measure) => ({ measure, show: ["VALUE", "COMPARISON_PCT"] })),
      time: { ...closedIn(year), ...COMPARED },
    },
    {
      ...common,
      measures: measures(RANKED),
      rows: [{ ...level("closedDate", "month", "calendar"), options: { showEmpty: true } }],
      time: { ...closedIn(year), compareTo: { samePeriodLastYear: true } },
    },
    { ...common, measures: measures(STAGES) },
    ...ROWS.map((row) => ({
      ...common,
      measures: measures(RANKED),
      rows: [{ ...row, options: { sort: { byMeasure: { measure: "wonAmount" } } } }],
    })),
  ];
}

/** What the pivot is set to: every level against every other, by turns with shares and a filter. */
const ofPivot: readonly CubeQuestion[] = ROWS.flatMap((row, place) =>
  COLUMNS.map((column, turn) => ({
    cube: "opportunities",
    measures: [
      { measure: "wonAmount", show: turn % 2 === 0 ? ["VALUE"] : ["VALUE", "PCT_OF_TOTAL"] },
      { measure: SECOND[(place + turn) % SECOND.length] ?? "winRate" },
    ],
    rows: [row],
    columns: [column],
    ...(place % 2 === 0
      ? { filters: { test: { dimension: "opportunitySource", op: "IN", members: ["PHONE"] } } }
      : {}),
  })),
);

/** All of them anew: nothing that was answered before will do. */
export const CELL_QUESTIONS: readonly PageQuestion[] = [
  ...YEARS.flatMap(ofSalesPage).map((input) => ({ query: CELLSET, input })),
  ...ofPivot.map((input) => ({ query: MATRIX, input })),
].map(({ query, input }) => ({ query, input: { ...input, consistency: "FRESH" } }));

/** 10,000 customers × 50 months, with as much room as the pivot asks for. */
export const LARGE_PIVOT: PageQuestion = {
  query: MATRIX,
  input: {
    cube: "opportunities",
    measures: [{ measure: "wonAmount" }],
    rows: [level("customer", "customer", "byTier")],
    columns: [level("closedDate", "month", "calendar")],
    time: { ...closedIn(2020), range: { absolute: { from: "2020-01-01", to: "2024-02-29" } } },
    limits: { maxRowMembers: 10_000, maxColumnMembers: 500, maxCells: 600_000 },
    consistency: "FRESH",
  },
};
