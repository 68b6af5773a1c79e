import type { OpportunityStatus } from "../../../schema/marketing/opportunity.entity.ts";
import { fault } from "../faults.ts";
import {
  contradictions,
  disorder,
  leadsTo,
  movesFrom,
  type CourseGiven,
  type Move,
} from "../opportunity-course.ts";
import { linkOf, saidOf, valueOf } from "../row.ts";
import type { ReadyRow } from "./writer.ts";

/** How far a row takes an opportunity. */
export interface Progress {
  readonly moves: readonly Move[];
}

const HISTORY = {
  createdAt: { column: "created_at", caption: { zh: "创建时间", en: "Created" } },
  assignedAt: { column: "assigned_at", caption: { zh: "指派时间", en: "Assigned" } },
  developingAt: {
    column: "first_developed_at",
    caption: { zh: "开始开发时间", en: "Development begun" },
  },
  closedAt: { column: "closed_at", caption: { zh: "结束时间", en: "Closed" } },
  closedAmount: { column: "closed_amount", caption: { zh: "成交金额", en: "Closed amount" } },
} as const;

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** What a new row says of its course, defaults included. */
export const courseGiven = (row: ReadyRow): CourseGiven => given(row, valueOf);

const given = (row: ReadyRow, read: typeof valueOf): CourseGiven => ({
  status: text(read(row, "status")) as OpportunityStatus | null,
  assigned: linkOf(row, "assignee") !== null,
  createdAt: text(read(row, "createdAt")),
  assignedAt: text(read(row, "assignedAt")),
  developingAt: text(read(row, "developingAt")),
  closedAt: text(read(row, "closedAt")),
  closedAmount: text(read(row, "closedAmount")),
});

/**
 * Judges what a row says against the recorded course of its opportunity. What has happened stays as it is recorded;
 * the row may only tell how it went on.
 */
export function judgeExisting(row: ReadyRow, now: string): Progress {
  const { existing } = row.record;
  const from = existing["status"] as OpportunityStatus;
  const said = given(row, saidOf);
  const known = text(existing["assignee_id"]) !== null;
  const complete: CourseGiven = { ...said, assigned: said.assigned || known };
  const to = said.status ?? (from === "UNASSIGNED" && said.assigned ? "ASSIGNED" : from);
  const past = judgePast(row, said, from !== to);
  if (from === to || past > 0) return { moves: [] };
  if (!leadsTo(from, to)) {
    row.faults.push(fault("INVALID_TRANSITION", { from, to }, { path: "status", value: to }));
    return { moves: [] };
  }
  // What is recorded already counts as said: the order of the dates is judged over the whole course.
  const whole: CourseGiven = {
    ...complete,
    createdAt: isoOf(existing["created_at"]),
    assignedAt: isoOf(existing["assigned_at"]) ?? said.assignedAt,
    developingAt: isoOf(existing["first_developed_at"]) ?? said.developingAt,
  };
  const faults = [...contradictions(whole, to), ...disorder(whole, now)];
  row.faults.push(...faults);
  if (faults.length > 0) return { moves: [] };
  return { moves: movesFrom(from, to, said, firstDate(said) ?? now) };
}

/** A step without a date of its own happened together with the one after it. */
const firstDate = ({ assignedAt, developingAt, closedAt }: CourseGiven): string | null =>
  assignedAt ?? developingAt ?? closedAt;

/** Counts the recorded values that the row contradicts. */
function judgePast(row: ReadyRow, said: CourseGiven, movesOn: boolean): number {
  let count = 0;
  for (const [path, { column, caption }] of Object.entries(HISTORY)) {
    const value = said[path as keyof typeof HISTORY];
    const recorded = row.record.existing[column];
    const same = column === "closed_amount" ? value === text(recorded) : value === isoOf(recorded);
    const open = recorded === null && movesOn;
    if (value === null || same || open) continue;
    row.faults.push(fault("HISTORY_IS_FIXED", { field: caption }, { path }));
    count++;
  }
  return count;
}

/** PostgreSQL's JSON writes instants with the offset of the session, which is UTC. */
const isoOf = (value: unknown): string | null =>
  typeof value === "string" ? new Date(value).toISOString() : null;
