import { addDays, addMonths, isDay, type Day } from "../../schema/kernel/clock.ts";
import type { Period } from "../define-dimension.ts";

/** The periods of the date levels, and halves, which only time ranges know. */
export type AnyPeriod = Period | "half";

/** Days, both inclusive. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

const epochDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** 0 on Mondays, also before 1970, where days count backwards. */
export const weekday = (day: Day): number => (((epochDay(day) + 3) % 7) + 7) % 7;

export const monday = (day: Day): Day => addDays(day, -weekday(day));

const pad = (value: number, length = 2): string => String(value).padStart(length, "0");
const firstOf = (year: number, month: number): Day => `${pad(year, 4)}-${pad(month)}-01`;
const months = (from: Day, count: number): Span => ({
  from,
  to: addDays(addMonths(from, count), -1),
});

/** The Monday of the week with 4 January. */
const isoYearStart = (year: number): Day => monday(`${pad(year, 4)}-01-04`);

/** A fiscal year is named by the calendar year in which it ends. */
const fiscalYearStart = (year: number, fiscalStart: number): Day =>
  firstOf(fiscalStart === 1 ? year : year - 1, fiscalStart);

type Reading = (parts: readonly number[], fiscalStart: number) => Span | undefined;

const within = (value: number, most: number, span: () => Span): Span | undefined =>
  value >= 1 && value <= most ? span() : undefined;

/** How each key is written, and which days it means. */
const READINGS: Readonly<Record<AnyPeriod, readonly [RegExp, Reading]>> = {
  year: [/^(\d{4})$/, ([year = 0]) => months(firstOf(year, 1), 12)],
  half: [
    /^(\d{4})-H(\d)$/,
    ([year = 0, half = 0]) => within(half, 2, () => months(firstOf(year, half * 6 - 5), 6)),
  ],
  quarter: [
    /^(\d{4})-Q(\d)$/,
    ([year = 0, quarter = 0]) =>
      within(quarter, 4, () => months(firstOf(year, quarter * 3 - 2), 3)),
  ],
  month: [
    /^(\d{4})-(\d\d)$/,
    ([year = 0, month = 0]) => within(month, 12, () => months(firstOf(year, month), 1)),
  ],
  day: [
    /^(\d{4})-(\d\d)-(\d\d)$/,
    ([year = 0, month = 0, dayOfMonth = 0]) => {
      const day = `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`;
      return isDay(day) ? { from: day, to: day } : undefined;
    },
  ],
  isoYear: [
    /^(\d{4})$/,
    ([year = 0]) => ({ from: isoYearStart(year), to: addDays(isoYearStart(year + 1), -1) }),
  ],
  isoWeek: [
    /^(\d{4})-W(\d\d)$/,
    ([year = 0, week = 0]) => {
      const from = addDays(isoYearStart(year), (week - 1) * 7);
      const exists = week >= 1 && from < isoYearStart(year + 1);
      return exists ? { from, to: addDays(from, 6) } : undefined;
    },
  ],
  fiscalYear: [
    /^(\d{4})$/,
    ([year = 0], fiscalStart) => months(fiscalYearStart(year, fiscalStart), 12),
  ],
  fiscalQuarter: [
    /^FY(\d{4})-Q(\d)$/,
    ([year = 0, quarter = 0], fiscalStart) =>
      within(quarter, 4, () =>
        months(addMonths(fiscalYearStart(year, fiscalStart), (quarter - 1) * 3), 3),
      ),
  ],
  fiscalMonth: [
    /^FY(\d{4})-M(\d\d)$/,
    ([year = 0, month = 0], fiscalStart) =>
      within(month, 12, () => months(addMonths(fiscalYearStart(year, fiscalStart), month - 1), 1)),
  ],
};

/** The days of a period, or nothing where the key is not one of that kind. */
export function periodSpan(period: AnyPeriod, key: string, fiscalStart: number): Span | undefined {
  const [pattern, reading] = READINGS[period];
  const match = pattern.exec(key);
  if (!match) return undefined;
  const span = reading(match.slice(1).map(Number), fiscalStart);
  return span && isDay(span.from) && isDay(span.to) ? span : undefined;
}

/** The period of that kind in which the day lies. */
export function periodOf(period: AnyPeriod, day: Day, fiscalStart: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  switch (period) {
    case "year":
      return pad(year, 4);
    case "half":
      return `${pad(year, 4)}-H${month > 6 ? 2 : 1}`;
    case "quarter":
      return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
    case "month":
      return day.slice(0, 7);
    case "day":
      return day;
    case "isoYear":
    case "isoWeek": {
      const thursday = addDays(monday(day), 3);
      const isoYear = Number(thursday.slice(0, 4));
      if (period === "isoYear") return pad(isoYear, 4);
      const week = (epochDay(monday(day)) - epochDay(isoYearStart(isoYear))) / 7 + 1;
      return `${pad(isoYear, 4)}-W${pad(week)}`;
    }
    default: {
      // Shifted so that the fiscal year becomes a calendar year.
      const [fiscalYear = 0, fiscalMonth = 1] = addMonths(
        `${day.slice(0, 7)}-01`,
        (13 - fiscalStart) % 12,
      )
        .split("-")
        .map(Number);
      if (period === "fiscalYear") return pad(fiscalYear, 4);
      return period === "fiscalQuarter"
        ? `FY${pad(fiscalYear, 4)}-Q${Math.ceil(fiscalMonth / 3)}`
        : `FY${pad(fiscalYear, 4)}-M${pad(fiscalMonth)}`;
    }
  }
}

/** The period `count` later, or earlier where negative. */
export function shiftPeriod(
  period: AnyPeriod,
  key: string,
  count: number,
  fiscalStart: number,
): string | undefined {
  const span = periodSpan(period, key, fiscalStart);
  if (!span) return undefined;
  const middle = period === "isoYear" ? addMonths(span.from, count * 12 + 6) : undefined;
  return periodOf(period, middle ?? shiftedStart(period, span.from, count), fiscalStart);
}

const MONTHS: Readonly<Partial<Record<AnyPeriod, number>>> = {
  year: 12,
  fiscalYear: 12,
  half: 6,
  quarter: 3,
  fiscalQuarter: 3,
  month: 1,
  fiscalMonth: 1,
};

function shiftedStart(period: AnyPeriod, from: Day, count: number): Day {
  const length = MONTHS[period];
  if (length !== undefined) return addMonths(from, count * length);
  return addDays(from, count * (period === "isoWeek" ? 7 : 1));
}

/** How many periods of that kind lie between the ones of two days; negative where `to` is earlier. */
export function periodsBetween(period: AnyPeriod, from: Day, to: Day, fiscalStart: number): number {
  const start = (day: Day): Day =>
    periodSpan(period, periodOf(period, day, fiscalStart), fiscalStart)?.from ?? day;
  const [first, last] = [start(from), start(to)];
  if (period === "isoYear")
    return Number(periodOf(period, to, 1)) - Number(periodOf(period, from, 1));
  const length = MONTHS[period];
  if (length === undefined) {
    return (epochDay(last) - epochDay(first)) / (period === "isoWeek" ? 7 : 1);
  }
  const month = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return (month(last) - month(first)) / length;
}
