/** The only door to the present: whatever depends on time is given a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests and for questions about a given moment. */
export const fixedClock = (instant: string): Clock => ({ now: () => new Date(instant) });

/** A day of the calendar without a zone, `YYYY-MM-DD`. */
export type Day = string;

const formatters = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      era: "short",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Wall-clock time of an instant in a zone, read as if it were UTC, in milliseconds. */
function wallTime(zone: string, instant: Date): number {
  const parts = new Map(
    wallClock(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const year = parts.get("era") === "BC" ? 1 - part("year") : part("year");
  const wall = new Date(0);
  wall.setUTCFullYear(year, part("month") - 1, part("day"));
  wall.setUTCHours(part("hour"), part("minute"), part("second"));
  return wall.getTime();
}

/** The day on which an instant falls in a zone. */
export const dayIn = (zone: string, instant: Date): Day =>
  new Date(wallTime(zone, instant)).toISOString().slice(0, 10);

/** The first instant of a day in a zone; where midnight is skipped, the first instant after the gap. */
export function startOfDay(zone: string, day: Day): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = midnight - (wallTime(zone, new Date(midnight)) - midnight);
  const offset = wallTime(zone, new Date(guess)) - guess;
  const corrected = new Date(midnight - offset);
  if (dayIn(zone, corrected) < day) {
    return new Date(corrected.getTime() + (midnight - wallTime(zone, corrected)));
  }
  return corrected;
}

/** The instant at which the clocks of a zone show so many whole seconds after midnight of a day. */
export function instantIn(zone: string, day: Day, seconds: number): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + seconds * 1_000;
  if (seconds === 0) return startOfDay(zone, day);
  const guess = wall - (wallTime(zone, new Date(wall)) - wall);
  return new Date(wall - (wallTime(zone, new Date(guess)) - guess));
}

/** Whether a text is a real day between the years 1900 and 2199. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** Calendar months; the last day of a shorter month stands for a day that it lacks. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  const date = new Date(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, lastDay)));
  return date.toISOString().slice(0, 10);
}

/** Whether a text names a time zone that this machine knows. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
