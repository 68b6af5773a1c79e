import type { Period } from "../../../cube/period.ts";
import type { ComparisonInput, LevelRef } from "../../../gql/graphql.ts";

/** What a period is compared with. */
export const COMPARISONS = {
  previousPeriod: { previousPeriod: true },
  lastYear: { samePeriodLastYear: true },
} as const satisfies Record<string, ComparisonInput>;

export type Comparison = keyof typeof COMPARISONS;

/** All time has nothing before it; the period before a whole year is that of last year. */
export function comparisonsOf(period: Period): readonly Comparison[] {
  if (period.kind === "all") return [];
  return isYear(period) ? ["lastYear"] : ["previousPeriod", "lastYear"];
}

function isYear(period: Period): boolean {
  if (period.kind === "all") return false;
  if (period.kind === "relative") return /year$|12Months$/i.test(period.name);
  const [year = "", ...day] = period.from.split("-");
  const end = new Date(Date.parse(`${Number(year) + 1}-${day.join("-")}T00:00:00Z`) - DAY_MS);
  return end.toISOString().startsWith(period.to);
}

const DAY_MS = 86_400_000;
/** As many marks as stand side by side with their figures. */
const MOST_DAYS = 31;
const MOST_WEEKS = 16;
const MOST_MONTHS = 60;

/** The steps of time that show how a period went: neither a single mark nor hundreds of them. */
export function stepsOf(period: Period): LevelRef & { readonly level: Step } {
  const days = daysOf(period);
  const dimension = "closedDate";
  if (days <= MOST_DAYS) return { dimension, hierarchy: "calendar", level: "day" };
  if (days <= MOST_WEEKS * 7) return { dimension, hierarchy: "week", level: "isoWeek" };
  if (days <= MOST_MONTHS * 31) return { dimension, hierarchy: "calendar", level: "month" };
  return { dimension, hierarchy: "calendar", level: "quarter" };
}

export type Step = "day" | "isoWeek" | "month" | "quarter";

const USUAL_DAYS = {
  thisMonth: 31,
  thisQuarter: 92,
  thisYear: 366,
  lastYear: 366,
  last12Months: 366,
} as const;

function daysOf(period: Period): number {
  // How long all time is, only the answer tells; a company counts its history in months.
  if (period.kind === "all") return USUAL_DAYS.thisYear;
  if (period.kind === "relative") return USUAL_DAYS[period.name];
  return (Date.parse(period.to) - Date.parse(period.from)) / DAY_MS + 1;
}
