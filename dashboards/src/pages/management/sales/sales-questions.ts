import { rangeOf } from "../../../cube/period.ts";
import type {
  AxisSpec,
  ComparisonInput,
  CubeQueryInput,
  FilterGroup,
  LevelRef,
  MeasureSelect,
  ShowAs,
} from "../../../gql/graphql.ts";
import { PICK_NAMES, PICKS, type SalesView } from "./sales-view.ts";

/** What the page asks, and nothing about how it is drawn. Order and totals are the server's work. */
export interface SalesQuestions {
  readonly keyFigures: CubeQueryInput;
  /** The same figures against the year before; none over all time, which has nothing before it. */
  readonly lastYear: CubeQueryInput | undefined;
  readonly trend: CubeQueryInput;
  readonly byDepartment: CubeQueryInput;
  readonly byPerson: CubeQueryInput;
  readonly byIndustry: CubeQueryInput;
  readonly byTier: CubeQueryInput;
  readonly lossReasons: CubeQueryInput;
  readonly steps: CubeQueryInput;
}

export const KEY_FIGURES = [
  "wonAmount",
  "winRate",
  "wonCount",
  "lostCount",
  "averageWonAmount",
  "averageCycleDays",
] as const;

/** The won amount once more, short enough to stand on a column of the chart. */
export const SHORT_WON_AMOUNT = "wonAmountShort";

const RANKED = ["wonAmount", "winRate", "wonCount", "averageWonAmount"];
const WON_AND_LOST: FilterGroup = {
  test: { dimension: "opportunityStatus", op: "IN", members: ["WON", "LOST"] },
};
const LOST: FilterGroup = {
  test: { dimension: "opportunityStatus", op: "IN", members: ["LOST"] },
};
const MONTHS: AxisSpec = {
  item: { level: { dimension: "closedDate", hierarchy: "calendar", level: "month" } },
};

export function salesQuestions(view: SalesView): SalesQuestions {
  const asked = (measures: MeasureSelect[], rows: AxisSpec[] = []): CubeQueryInput => ({
    cube: "opportunities",
    measures,
    rows,
    ...slice(view, "closedDate", WON_AND_LOST),
  });
  const ranked = (level: LevelRef) => asked(select(RANKED), [largestFirst(level, "wonAmount")]);
  const compared = (against: ComparisonInput, shows: ShowAs[]): CubeQueryInput => ({
    ...asked(select(KEY_FIGURES, shows)),
    ...slice(view, "closedDate", WON_AND_LOST, against),
  });
  const isOpenEnded = view.period.kind === "all";
  return {
    keyFigures: isOpenEnded
      ? asked(select(KEY_FIGURES))
      : compared({ previousPeriod: true }, ["VALUE", "COMPARISON_PCT"]),
    lastYear: isOpenEnded ? undefined : compared({ samePeriodLastYear: true }, ["COMPARISON_PCT"]),
    trend: asked(
      [
        ...select(["wonAmount", "winRate", "wonCount"]),
        { measure: "wonAmount", as: SHORT_WON_AMOUNT, format: { compact: true } },
      ],
      [MONTHS],
    ),
    // The tree of departments has its total at the top already.
    byDepartment: { ...ranked(PICKS.department), totals: { grandRow: false } },
    byPerson: ranked(PICKS.person),
    byIndustry: ranked(PICKS.industry),
    byTier: ranked(PICKS.tier),
    lossReasons: {
      ...asked(select(["lostCount"], ["VALUE", "PCT_OF_TOTAL"]), [
        largestFirst({ dimension: "lossReason", level: "lossReason" }, "lostCount"),
      ]),
      ...slice(view, "closedDate", LOST),
    },
    steps: {
      cube: "opportunityFlow",
      measures: select(["conversionRate", "averageDaysInStage"]),
      rows: [{ item: { level: { dimension: "fromStatus", level: "fromStatus" } } }],
      totals: { grandRow: false },
      ...slice(view, "occurredDate"),
    },
  };
}

/** Nobody reads cents on a dashboard; the exact amount is in the pivot and in the records. */
function select(measures: readonly string[], show: ShowAs[] = ["VALUE"]): MeasureSelect[] {
  return measures.map((measure) =>
    measure.endsWith("Amount") ? { measure, show, format: { decimals: 0 } } : { measure, show },
  );
}

function largestFirst(level: LevelRef, measure: string): AxisSpec {
  return {
    item: { level },
    options: { sort: { byMeasure: { measure, dir: "DESC" } } },
  };
}

/** The filters that hold for every card: the picks, the period, and what the card is about. */
function slice(
  { period, picked }: SalesView,
  date: string,
  about?: FilterGroup,
  compareTo?: ComparisonInput,
): Pick<CubeQueryInput, "filters" | "time"> {
  const range = rangeOf(period);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const tests = PICK_NAMES.flatMap((name): FilterGroup[] => {
    const member = picked[name];
    return member ? [{ test: { ...PICKS[name], op: "IN", members: [member.key] } }] : [];
  });
  const filters = about ? [about, ...tests] : tests;
  return {
    ...(filters.length > 0 ? { filters: { and: filters } } : {}),
    ...(range
      ? { time: { dimension: date, range, timeZone, ...(compareTo ? { compareTo } : {}) } }
      : {}),
  };
}
