import { addDays, addMonths, dayIn, type Day } from "../../schema/kernel/clock.ts";
import {
  periodOf,
  periodSpan,
  shiftPeriod,
  weekday,
  type AnyPeriod,
  type Span,
} from "../calendar/periods.ts";
import type { DimensionDeclaration } from "../define-dimension.ts";
import type { CalendarKind, PeriodUnit } from "./names.ts";
import type { ComparisonInput, RelativeRange, TimeInput } from "./question.ts";
import type { ValidQuestion } from "./resolved.ts";

/*
 * Pass: time. Assumes a valid question. Turns every way to name a range into first and last day.
 * "Today" is taken in the zone of the question; the days themselves are those of the company's zone,
 * which is where the loader cut them.
 */

export const PERIOD_OF_UNIT: Readonly<Record<PeriodUnit, AnyPeriod>> = {
  DAY: "day",
  WEEK: "isoWeek",
  MONTH: "month",
  QUARTER: "quarter",
  HALF: "half",
  YEAR: "year",
  FISCAL_MONTH: "fiscalMonth",
  FISCAL_QUARTER: "fiscalQuarter",
  FISCAL_YEAR: "fiscalYear",
};

/** What a year, a quarter and a month are in calendars other than the Gregorian one. */
const CALENDAR: Readonly<Record<CalendarKind, Readonly<Partial<Record<PeriodUnit, AnyPeriod>>>>> = {
  GREGORIAN: {},
  ISO_WEEK: { YEAR: "isoYear" },
  FISCAL: { YEAR: "fiscalYear", QUARTER: "fiscalQuarter", MONTH: "fiscalMonth" },
};

export interface ResolvedTime {
  readonly dimension: DimensionDeclaration;
  readonly span: Span;
  /** The range to compare with, where one is asked for. */
  readonly comparison: Span | undefined;
  readonly today: Day;
}

export function resolveTime(
  question: ValidQuestion,
  now: Date,
  fiscalStart: number,
): ResolvedTime | undefined {
  const { time } = question.normal;
  if (!time || !question.time) return undefined;
  const today = dayIn(time.timeZone, now);
  const range = rangeOf(time, today, fiscalStart);
  const period = shownPeriod(question);
  const span =
    time.partialPeriods === "EXCLUDE" && period
      ? wholePeriods(
          range,
          period,
          question.time.dimension.looksAhead ? undefined : today,
          fiscalStart,
        )
      : range;
  return {
    dimension: question.time.dimension,
    span,
    comparison: time.compareTo ? comparisonOf(time, time.compareTo, span, today) : undefined,
    today,
  };
}

/** The innermost date level on an axis of the dimension that the range is of. */
function shownPeriod({ rows, columns, time }: ValidQuestion): AnyPeriod | undefined {
  const uses = [...rows.items, ...columns.items].flatMap(({ chain }) => chain);
  return uses.findLast(({ dimension, level }) => dimension === time?.dimension && level.period)
    ?.level.period;
}

/** The range without periods that it cuts or that are still running; backwards where none is left. */
function wholePeriods(
  { from, to }: Span,
  period: AnyPeriod,
  today: Day | undefined,
  fiscalStart: number,
): Span {
  const around = (day: Day): Span =>
    periodSpan(period, periodOf(period, day, fiscalStart), fiscalStart) ?? { from: day, to: day };
  const first = around(from);
  const start = first.from === from ? from : addDays(first.to, 1);
  const closed = today !== undefined && today <= to ? addDays(around(today).from, -1) : to;
  const last = around(closed);
  return { from: start, to: last.to === closed ? closed : addDays(last.from, -1) };
}

function rangeOf({ range, calendar, weekStart }: TimeInput, today: Day, fiscalStart: number): Span {
  if (range.absolute) return range.absolute;
  if (range.period) {
    const { unit, key } = range.period;
    return periodSpan(PERIOD_OF_UNIT[unit], key, fiscalStart) ?? { from: today, to: today };
  }
  const relative = range.relative ?? { unit: "DAY" };
  const sundays = weekStart === "SUNDAY" && relative.unit === "WEEK";
  const period = CALENDAR[calendar ?? "GREGORIAN"][relative.unit] ?? PERIOD_OF_UNIT[relative.unit];
  const whole = sundays
    ? sundayWeeks(relative, today)
    : periods(period, relative, today, fiscalStart);
  return (relative.toDate ?? false) && whole.to > today && whole.from <= today
    ? { from: whole.from, to: today }
    : whole;
}

function periods(
  period: AnyPeriod,
  { count, offset }: RelativeRange,
  today: Day,
  fiscalStart: number,
): Span {
  const current = periodOf(period, today, fiscalStart);
  const last = offset ?? 0;
  const spanAt = (shift: number): Span | undefined => {
    const key = shiftPeriod(period, current, shift, fiscalStart);
    return key === undefined ? undefined : periodSpan(period, key, fiscalStart);
  };
  // Beyond the calendar's years there are no facts either: an empty day stands for the range.
  return {
    from: spanAt(last - (count ?? 1) + 1)?.from ?? "1900-01-01",
    to: spanAt(last)?.to ?? (last < 0 ? "1900-01-01" : "2199-12-31"),
  };
}

function sundayWeeks({ count, offset }: RelativeRange, today: Day): Span {
  const sunday = addDays(today, -((weekday(today) + 1) % 7));
  const last = addDays(sunday, 7 * (offset ?? 0));
  return { from: addDays(last, -7 * ((count ?? 1) - 1)), to: addDays(last, 6) };
}

const length = ({ from, to }: Span): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

function comparisonOf(time: TimeInput, compareTo: ComparisonInput, span: Span, today: Day): Span {
  // To compare like with like, a range that reaches beyond today is cut there first.
  const cut =
    time.partialPeriods === "COMPARE_TO_DATE" && span.from <= today && span.to > today
      ? { from: span.from, to: today }
      : span;
  if (compareTo.custom) return compareTo.custom;
  return compareTo.samePeriodLastYear ? shiftMonths(cut, -12) : before(cut, span);
}

/** Whole months are compared with as many whole months before, anything else with as many days. */
function before(cut: Span, whole: Span): Span {
  const startsMonth = whole.from.endsWith("-01");
  const endsMonth = addDays(whole.to, 1).endsWith("-01");
  if (!startsMonth || !endsMonth) {
    const days = length(cut);
    return { from: addDays(cut.from, -days), to: addDays(cut.to, -days) };
  }
  const [fromYear = 0, fromMonth = 0] = whole.from.split("-").map(Number);
  const [toYear = 0, toMonth = 0] = whole.to.split("-").map(Number);
  return shiftMonths(cut, -((toYear - fromYear) * 12 + toMonth - fromMonth + 1));
}

/** The last day of a month stays the last day of its month. */
export function shiftMonths({ from, to }: Span, count: number): Span {
  const isMonthEnd = addDays(to, 1).endsWith("-01");
  const shifted = isMonthEnd ? addDays(addMonths(addDays(to, 1), count), -1) : addMonths(to, count);
  return { from: addMonths(from, count), to: shifted };
}
