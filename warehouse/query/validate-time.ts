import { isDay, isTimeZone } from "../../schema/kernel/clock.ts";
import { periodSpan } from "../calendar/periods.ts";
import type { CubeDeclaration } from "../define-cube.ts";
import type { Faults } from "./faults.ts";
import { DIMENSION } from "./find-level.ts";
import type { DateSpan, PeriodRef, RelativeRange, TimeInput } from "./question.ts";
import type { TimeQuestion } from "./resolved.ts";
import { PERIOD_OF_UNIT } from "./resolve-time.ts";

const MAX_UNITS = 10_000;

export function validateTime(
  cube: CubeDeclaration,
  time: TimeInput | null,
  fiscalStart: number,
  faults: Faults,
): TimeQuestion | undefined {
  if (!time) return undefined;
  const dates = [...cube.dimensions.values()].filter(({ kind }) => kind === "TIME");
  const dimension = dates.find(({ name }) => name === time.dimension);
  if (!dimension) {
    faults.unknownName(
      "time.dimension",
      DIMENSION,
      time.dimension,
      dates.map(({ name }) => name),
    );
  }
  if (!isTimeZone(time.timeZone)) {
    faults.add("time.timeZone", {
      zh: `未知的时区“${time.timeZone.slice(0, 40)}”`,
      en: `"${time.timeZone.slice(0, 40)}" is not a time zone`,
    });
  }
  checkRange(time, fiscalStart, faults);
  checkComparison(time, faults);
  return dimension && { dimension, range: time.range };
}

function checkRange({ range }: TimeInput, fiscalStart: number, faults: Faults): void {
  const given = [range.absolute, range.relative, range.period].filter((each) => each != null);
  if (given.length !== 1) {
    faults.add("time.range", {
      zh: "absolute、relative、period 须恰好给出一个",
      en: "Give exactly one of absolute, relative and period",
    });
    return;
  }
  if (range.absolute) checkSpan(range.absolute, "time.range.absolute", faults);
  if (range.relative) checkRelative(range.relative, faults);
  if (range.period) checkPeriod(range.period, fiscalStart, faults);
}

function checkSpan(span: DateSpan, path: string, faults: Faults): void {
  for (const end of ["from", "to"] as const) {
    if (!isDay(span[end])) {
      faults.add(`${path}.${end}`, {
        zh: `“${span[end].slice(0, 40)}”不是 1900 至 2199 年间的日期`,
        en: `"${span[end].slice(0, 40)}" is not a day between 1900 and 2199`,
      });
    }
  }
  if (isDay(span.from) && isDay(span.to) && span.from > span.to) {
    faults.add(path, { zh: "from 晚于 to", en: "from lies after to" });
  }
}

function checkRelative({ count, offset }: RelativeRange, faults: Faults): void {
  const steps = count ?? 1;
  if (!Number.isInteger(steps) || steps < 1 || steps > MAX_UNITS) {
    faults.add("time.range.relative.count", {
      zh: `count 须在 1 到 ${MAX_UNITS} 之间`,
      en: `count lies between 1 and ${MAX_UNITS}`,
    });
  }
  const shift = offset ?? 0;
  if (!Number.isInteger(shift) || Math.abs(shift) > MAX_UNITS) {
    faults.add("time.range.relative.offset", {
      zh: `offset 的绝对值不能超过 ${MAX_UNITS}`,
      en: `offset lies between -${MAX_UNITS} and ${MAX_UNITS}`,
    });
  }
}

function checkPeriod({ unit, key }: PeriodRef, fiscalStart: number, faults: Faults): void {
  if (!periodSpan(PERIOD_OF_UNIT[unit], key, fiscalStart)) {
    faults.add("time.range.period.key", {
      zh: `“${key.slice(0, 40)}”不是 ${unit} 的键，例如 2017、2017-Q1、2017-03、2017-W05`,
      en: `"${key.slice(0, 40)}" is not a key of ${unit}; keys look like 2017, 2017-Q1, 2017-03, 2017-W05`,
    });
  }
}

function checkComparison({ compareTo }: TimeInput, faults: Faults): void {
  if (!compareTo) return;
  const { previousPeriod, samePeriodLastYear, custom, target } = compareTo;
  const given = [previousPeriod, samePeriodLastYear, custom, target].filter((each) => each != null);
  if (given.length !== 1 || previousPeriod === false || samePeriodLastYear === false) {
    faults.add("time.compareTo", {
      zh: "previousPeriod、samePeriodLastYear、custom、target 须恰好给出一个",
      en: "Give exactly one of previousPeriod, samePeriodLastYear, custom and target",
    });
  }
  if (target != null) faults.notBuilt("time.compareTo.target", "compareTo.target");
  if (custom) checkSpan(custom, "time.compareTo.custom", faults);
}
