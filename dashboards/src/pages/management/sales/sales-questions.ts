import { rangeOf, type Period } from "../../../cube/period.ts";
import type {
  AxisSpec,
  CubeQueryInput,
  FilterGroup,
  LevelRef,
  MeasureSelect,
  ShowAs,
  TimeInput,
} from "../../../gql/graphql.ts";
import { COMPARISONS, comparisonsOf, stepsOf, type Comparison } from "./comparisons.ts";
import { PICK_NAMES, PICKS, type Picked, type SalesView } from "./sales-view.ts";

/** What the page asks, and nothing about how it is drawn. Order and totals are the server's work. */
export interface SalesQuestions {
  /** The last of what they are compared with stands in the same answer as the figures. */
  readonly keyFigures: CubeQueryInput;
  /** The same figures against something else; none where there is but one comparison or none. */
  readonly before: CubeQueryInput | undefined;
  readonly trend: CubeQueryInput;
  readonly funnel: CubeQueryInput;
  readonly steps: CubeQueryInput;
  readonly pipeline: CubeQueryInput;
  readonly byDepartment: CubeQueryInput;
  readonly byPerson: CubeQueryInput;
  readonly byRegion: CubeQueryInput;
  readonly byIndustry: CubeQueryInput;
  readonly byTier: CubeQueryInput;
  readonly bySource: CubeQueryInput;
  readonly lossReasons: CubeQueryInput;
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

/** How far opportunities came; each stage counts what came at least that far. */
export const STAGES = [
  { name: "created", count: "opportunityCount", amount: "estimatedAmount", rate: undefined },
  { name: "assigned", count: "assignedCount", amount: "assignedAmount", rate: "assignmentRate" },
  {
    name: "developed",
    count: "developedCount",
    amount: "developedAmount",
    rate: "developmentRate",
  },
  { name: "won", count: "wonCount", amount: "wonAmount", rate: "closingRate" },
] as const;

export const PIPELINE = ["openCount", "openAmount", "weightedAmount"] as const;
const RANKED = ["wonAmount", "winRate", "wonCount", "averageWonAmount"];
const OPEN_STATUSES = ["UNASSIGNED", "ASSIGNED", "DEVELOPING"];
const WON_AND_LOST = among("opportunityStatus", "WON", "LOST");
const LOST = among("opportunityStatus", "LOST");
const OPEN = among("opportunityStatus", ...OPEN_STATUSES);

export function salesQuestions({ period, picked }: SalesView): SalesQuestions {
  const comparisons = comparisonsOf(period);
  const compared = comparisons.at(-1);
  const closed = (measures: MeasureSelect[], rows: AxisSpec[] = []): CubeQueryInput => ({
    cube: "opportunities",
    measures,
    rows,
    ...filtersOf(picked, WON_AND_LOST),
    ...timeOf(period, "closedDate"),
  });
  const ranked = (level: LevelRef) => closed(select(RANKED), [largestFirst(level, "wonAmount")]);
  const against = (comparison: Comparison, shows: ShowAs[]): CubeQueryInput => ({
    ...closed(select(KEY_FIGURES, shows)),
    ...timeOf(period, "closedDate", toDate(comparison)),
  });
  return {
    keyFigures: compared
      ? against(compared, ["VALUE", "COMPARISON_PCT"])
      : closed(select(KEY_FIGURES)),
    before:
      comparisons.length > 1 && comparisons[0]
        ? against(comparisons[0], ["COMPARISON_PCT"])
        : undefined,
    trend: trendQuestion(period, picked),
    funnel: {
      cube: "opportunities",
      measures: select(
        STAGES.flatMap(({ count, amount, rate }) => [count, amount, ...(rate ? [rate] : [])]),
      ),
      ...filtersOf(picked),
      ...timeOf(period, "createdDate"),
    },
    steps: {
      cube: "opportunityFlow",
      measures: select(["conversionRate", "averageDaysInStage"]),
      rows: [{ item: { level: { dimension: "fromStatus", level: "fromStatus" } } }],
      totals: { grandRow: false },
      ...filtersOf(picked, among("fromStatus", ...OPEN_STATUSES)),
      ...timeOf(period, "occurredDate"),
    },
    // What is open is open now, whatever period is looked at.
    pipeline: {
      cube: "opportunities",
      measures: select(PIPELINE),
      rows: [{ item: { level: { dimension: "opportunityStatus", level: "opportunityStatus" } } }],
      ...filtersOf(picked, OPEN),
    },
    // The tree of departments has its total at the top already.
    byDepartment: { ...ranked(PICKS.department), totals: { grandRow: false } },
    byPerson: ranked(PICKS.person),
    byRegion: ranked(PICKS.region),
    byIndustry: ranked(PICKS.industry),
    byTier: ranked(PICKS.tier),
    bySource: ranked({ dimension: "opportunitySource", level: "opportunitySource" }),
    lossReasons: {
      ...closed(select(["lostCount"], ["VALUE", "PCT_OF_TOTAL"]), [
        largestFirst({ dimension: "lossReason", level: "lossReason" }, "lostCount"),
      ]),
      ...filtersOf(picked, LOST),
    },
  };
}

/** Years in which anything was closed, by the same picks; asked where the period holds nothing. */
export function yearsQuestion(picked: Picked): CubeQueryInput {
  return {
    cube: "opportunities",
    measures: select(["wonCount"]),
    rows: [
      {
        item: { level: { dimension: "closedDate", hierarchy: "calendar", level: "year" } },
        options: { sort: { byMember: { dir: "DESC" } } },
      },
    ],
    totals: { grandRow: false },
    ...filtersOf(picked, WON_AND_LOST),
  };
}

/** How many there are at all, open or closed, at any time. */
export const EVERYTHING: CubeQueryInput = {
  cube: "opportunities",
  measures: [{ measure: "opportunityCount" }],
};

function trendQuestion(period: Period, picked: Picked): CubeQueryInput {
  const shows: ShowAs[] = period.kind === "all" ? ["VALUE"] : ["VALUE", "COMPARISON_VALUE"];
  return {
    cube: "opportunities",
    measures: [
      ...select(["wonAmount"], shows),
      ...select(["winRate", "wonCount"]),
      { measure: "wonAmount", as: SHORT_WON_AMOUNT, format: { compact: true } },
    ],
    rows: [{ item: { level: stepsOf(period) }, options: { showEmpty: true } }],
    ...filtersOf(picked, WON_AND_LOST),
    ...timeOf(
      period,
      "closedDate",
      period.kind === "all" ? {} : { compareTo: COMPARISONS.lastYear },
    ),
  };
}

/** A running period is compared with as many days of the other. */
function toDate(comparison: Comparison): Partial<TimeInput> {
  return { compareTo: COMPARISONS[comparison], partialPeriods: "COMPARE_TO_DATE" };
}

/** Nobody reads cents on a dashboard; the exact amount is in the pivot and in the records. */
function select(measures: readonly string[], show: ShowAs[] = ["VALUE"]): MeasureSelect[] {
  return measures.map((measure) =>
    measure.endsWith("Amount") ? { measure, show, format: { decimals: 0 } } : { measure, show },
  );
}

function largestFirst(level: LevelRef, measure: string): AxisSpec {
  return { item: { level }, options: { sort: { byMeasure: { measure, dir: "DESC" } } } };
}

function among(dimension: string, ...members: readonly string[]): FilterGroup {
  return { test: { dimension, op: "IN", members: [...members] } };
}

/** The picks, which hold for every card, and what the card is about. */
function filtersOf(picked: Picked, about?: FilterGroup): Pick<CubeQueryInput, "filters"> {
  const tests = PICK_NAMES.flatMap((name): FilterGroup[] => {
    const members = picked[name];
    return members ? [{ test: { ...PICKS[name], op: "IN", members: [...members] } }] : [];
  });
  const filters = about ? [about, ...tests] : tests;
  return filters.length > 0 ? { filters: { and: filters } } : {};
}

function timeOf(
  period: Period,
  dimension: string,
  more: Partial<TimeInput> = {},
): Pick<CubeQueryInput, "time"> {
  const range = rangeOf(period);
  if (!range) return {};
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { time: { dimension, range, timeZone, ...more } };
}
