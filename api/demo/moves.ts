import { addDays, dayIn } from "../../schema/kernel/clock.ts";
import { officeHour } from "./calendar.ts";
import type { Random } from "./random.ts";

export interface DemoMove {
  readonly to: "UNASSIGNED" | "ASSIGNED" | "DEVELOPING" | "WON" | "LOST";
  readonly direction: "FORWARD" | "BACK" | "REOPEN" | "CLOSE";
  readonly at: Date;
}

interface Course {
  readonly createdAt: Date;
  readonly now: Date;
  readonly zone: string;
  readonly winProbability: number;
  readonly cycleDays: number;
}

/** The course of one opportunity up to now; what would lie in the future has not happened. */
export function makeMoves(random: Random, course: Course): DemoMove[] {
  const moves: DemoMove[] = [{ to: "UNASSIGNED", direction: "FORWARD", at: course.createdAt }];
  let clock = course.createdAt;
  /** Some working days on, always after the move before; false where that is still to come. */
  const go = (days: number, to: DemoMove["to"], direction: DemoMove["direction"]): boolean => {
    const day = addDays(dayIn(course.zone, clock), Math.round(days));
    const drawn = officeHour(random, course.zone, day);
    const at = drawn > clock ? drawn : new Date(clock.getTime() + 3_600_000);
    if (at > course.now) return false;
    clock = at;
    moves.push({ to, direction, at });
    return true;
  };

  if (random.chance(0.004) || !go(random.next() * 4, "ASSIGNED", "FORWARD")) return moves;
  if (random.chance(0.09)) {
    go(random.around(12, 0.6), "LOST", "CLOSE");
    return moves;
  }
  if (!go(1 + random.around(4, 0.7), "DEVELOPING", "FORWARD")) return moves;
  if (random.chance(0.05)) {
    if (!go(random.around(14, 0.5), "ASSIGNED", "BACK")) return moves;
    if (!go(random.around(6, 0.5), "DEVELOPING", "FORWARD")) return moves;
  }
  const won = random.chance(course.winProbability);
  const days = random.around(course.cycleDays * (won ? 1 : 0.8), 0.45);
  if (won) {
    go(days, "WON", "CLOSE");
    return moves;
  }
  if (!go(days, "LOST", "CLOSE") || !random.chance(0.03)) return moves;
  if (!go(random.around(30, 0.4), "ASSIGNED", "REOPEN")) return moves;
  if (!go(random.around(5, 0.4), "DEVELOPING", "FORWARD")) return moves;
  go(random.around(course.cycleDays, 0.4), random.chance(0.4) ? "WON" : "LOST", "CLOSE");
  return moves;
}
