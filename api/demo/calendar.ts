import { addDays, startOfDay, type Day } from "../../schema/kernel/clock.ts";
import type { Random } from "./random.ts";

const HOUR = 3_600_000;

const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The day itself, or the Monday after a weekend. */
export function workday(day: Day): Day {
  const shift = { 6: 2, 0: 1 }[weekday(day)] ?? 0;
  return addDays(day, shift);
}

/** A moment of a working day between nine and six in the company's zone. */
export const officeHour = (random: Random, zone: string, day: Day): Date =>
  new Date(startOfDay(zone, workday(day)).getTime() + (9 + random.next() * 9) * HOUR);

/** Share of a usual month: quarters end in a rush, the Spring Festival is quiet. */
const SEASON = [0.85, 0.55, 1.25, 0.95, 0.95, 1.2, 0.85, 0.85, 1.2, 0.9, 1.1, 1.4] as const;

export const season = (day: Day): number => SEASON[Number(day.slice(5, 7)) - 1] ?? 1;
