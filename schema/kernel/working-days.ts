import chineseDays from "chinese-days";
import type { Day } from "./clock.ts";

const officialYears = new Map<string, boolean>();

/**
 * Whether the State Council's list of holidays and adjusted rest days is known for the year of the
 * day. Without it working days are only guessed: they are provisional.
 */
export function hasOfficialList(day: Day): boolean {
  const year = day.slice(0, 4);
  let known = officialYears.get(year);
  if (known === undefined) {
    known = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
    officialYears.set(year, known);
  }
  return known;
}

/** Working day in China: weekends worked instead of a bridge day count, holidays do not. */
export const isWorkingDay = (day: Day): boolean => chineseDays.isWorkday(day);
