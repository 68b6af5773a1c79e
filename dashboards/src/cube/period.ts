import type { DateRangeInput, RelativeRange } from "../gql/graphql.ts";

/** Ranges that move with today; the server knows which day it is in the company's zone. */
export const RELATIVE_PERIODS = {
  thisMonth: { unit: "MONTH", count: 1, offset: 0, toDate: false },
  thisQuarter: { unit: "QUARTER", count: 1, offset: 0, toDate: false },
  thisYear: { unit: "YEAR", count: 1, offset: 0, toDate: false },
  lastYear: { unit: "YEAR", count: 1, offset: -1, toDate: false },
  last12Months: { unit: "MONTH", count: 12, offset: 0, toDate: false },
} as const satisfies Record<string, RelativeRange>;

export type RelativePeriod = keyof typeof RELATIVE_PERIODS;

export type Period =
  | { readonly kind: "all" }
  | { readonly kind: "relative"; readonly name: RelativePeriod }
  | { readonly kind: "custom"; readonly from: string; readonly to: string };

export const ALL_TIME: Period = { kind: "all" };

/** The range as the cube takes it; undefined asks over all time. */
export function rangeOf(period: Period): DateRangeInput | undefined {
  switch (period.kind) {
    case "all":
      return undefined;
    case "relative":
      return { relative: RELATIVE_PERIODS[period.name] };
    case "custom":
      return { absolute: { from: period.from, to: period.to } };
  }
}

/** How a period stands in the address: `thisYear`, `2017-01-01..2017-12-31`; all time stands for nothing. */
export function writePeriod(period: Period): string | undefined {
  if (period.kind === "all") return undefined;
  return period.kind === "relative" ? period.name : `${period.from}..${period.to}`;
}

/** Undefined when the text is none: a link may be mistyped. */
export function readPeriod(text: string): Period | undefined {
  const name = (Object.keys(RELATIVE_PERIODS) as RelativePeriod[]).find((known) => known === text);
  if (name) return { kind: "relative", name };
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (from === undefined || to === undefined || from > to) return undefined;
  return isRealDay(from) && isRealDay(to) ? { kind: "custom", from, to } : undefined;
}

/** 2017-02-31 looks like a day and is none. */
function isRealDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
