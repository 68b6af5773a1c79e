import { rangeOf } from "../../../cube/period.ts";
import type { AxisSpec, CubeQueryInput, FilterGroup, MeasureSelect } from "../../../gql/graphql.ts";
import type { SalesView } from "./sales-view.ts";

/** What the page asks, and nothing about how it is drawn. Order and totals are the server's work. */
export interface SalesQuestions {
  readonly keyFigures: CubeQueryInput;
  readonly trend: CubeQueryInput;
  readonly byDepartment: CubeQueryInput;
  readonly byPerson: CubeQueryInput;
}

export const KEY_FIGURES = [
  "wonAmount",
  "winRate",
  "wonCount",
  "lostCount",
  "averageWonAmount",
  "averageCycleDays",
] as const;

export const RANKED_FIGURES = ["wonAmount", "winRate", "wonCount", "averageWonAmount"] as const;

/** The won amount once more, short enough to stand on a column of the chart. */
export const SHORT_WON_AMOUNT = "wonAmountShort";

export function salesQuestions(view: SalesView): SalesQuestions {
  const base = (measures: readonly MeasureSelect[], rows: AxisSpec[] = []): CubeQueryInput => ({
    cube: "opportunities",
    measures: [...measures],
    rows,
    ...slice(view),
  });
  const ranked = select(RANKED_FIGURES);
  return {
    keyFigures: base(select(KEY_FIGURES)),
    trend: base([...select(["wonAmount", "winRate", "wonCount"]), shortWonAmount], [MONTHS]),
    byDepartment: {
      ...base(ranked, [ranking("organization", "department")]),
      // The tree of departments has its total at the top already.
      totals: { grandRow: false },
    },
    byPerson: base(ranked, [ranking("user", "user")]),
  };
}

const MONTHS: AxisSpec = {
  item: { level: { dimension: "closedDate", hierarchy: "calendar", level: "month" } },
};

const shortWonAmount: MeasureSelect = {
  measure: "wonAmount",
  as: SHORT_WON_AMOUNT,
  format: { compact: true },
};

/** Nobody reads cents on a dashboard; the exact amount is in the pivot and in the records. */
function select(measures: readonly string[]): MeasureSelect[] {
  return measures.map((measure) =>
    measure.endsWith("Amount") ? { measure, format: { decimals: 0 } } : { measure },
  );
}

function ranking(hierarchy: string, level: string): AxisSpec {
  return {
    item: { level: { dimension: "owner", hierarchy, level } },
    options: { sort: { byMeasure: { measure: "wonAmount", dir: "DESC" } } },
  };
}

/** Closed opportunities only: what is still open has no day on which it was won or lost. */
function slice({ period, department }: SalesView): Pick<CubeQueryInput, "filters" | "time"> {
  const range = rangeOf(period);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const filters: FilterGroup[] = [
    { test: { dimension: "opportunityStatus", op: "IN", members: ["WON", "LOST"] } },
  ];
  if (department) {
    filters.push({
      test: {
        dimension: "owner",
        hierarchy: "organization",
        level: "department",
        op: "IN",
        members: [department.key],
      },
    });
  }
  return {
    filters: { and: filters },
    ...(range ? { time: { dimension: "closedDate", range, timeZone } } : {}),
  };
}
