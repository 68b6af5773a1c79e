import type { OpportunityStatus } from "../../schema/marketing/opportunity.entity.ts";
import { fault, type Fault } from "./faults.ts";

/** What a file says of the way of an opportunity. Instants are ISO 8601 in UTC, so texts compare as times. */
export interface CourseGiven {
  readonly status: OpportunityStatus | null;
  readonly assigned: boolean;
  readonly createdAt: string | null;
  readonly assignedAt: string | null;
  readonly developingAt: string | null;
  readonly closedAt: string | null;
  readonly closedAmount: string | null;
}

export interface Move {
  readonly from: OpportunityStatus | null;
  readonly to: OpportunityStatus;
  readonly direction: "FORWARD" | "CLOSE";
  readonly at: string;
}

export interface Course {
  readonly status: OpportunityStatus;
  readonly createdAt: string;
  readonly moves: readonly Move[];
}

const NAMES = {
  assignee: { zh: "负责人", en: "Assignee" },
  createdAt: { zh: "创建时间", en: "Created" },
  assignedAt: { zh: "指派时间", en: "Assigned" },
  developingAt: { zh: "开始开发时间", en: "Development begun" },
  closedAt: { zh: "结束时间", en: "Closed" },
  closedAmount: { zh: "成交金额", en: "Closed amount" },
} as const;
type Name = keyof typeof NAMES;
const PATHS: Readonly<Partial<Record<Name, string>>> = { assignee: "assignee.login" };

const isClosed = (status: OpportunityStatus): boolean => status === "WON" || status === "LOST";

/**
 * The moves of a new opportunity, from what a file says: each step up to its status happened, at the date given, else
 * together with the step before it. The date of creation, if not given, is the first date that is.
 */
export function courseOf(given: CourseGiven, now: string): Course | { readonly faults: Fault[] } {
  const { closedAt, developingAt } = given;
  const status = given.status ?? (given.assigned ? "ASSIGNED" : "UNASSIGNED");
  const faults = [...contradictions(given, status), ...disorder(given, now)];
  if (faults.length > 0) return { faults };
  const createdAt = given.createdAt ?? given.assignedAt ?? developingAt ?? closedAt ?? now;
  const moves: Move[] = [{ from: null, to: "UNASSIGNED", direction: "FORWARD", at: createdAt }];
  moves.push(...movesFrom("UNASSIGNED", status, given, createdAt));
  return { status, createdAt, moves };
}

/**
 * The moves that take an existing opportunity on to a status, or undefined where that is no way forward.
 * @param since when it came to where it is
 */
export function movesFrom(
  from: OpportunityStatus,
  to: OpportunityStatus,
  given: Pick<CourseGiven, "assignedAt" | "developingAt" | "closedAt">,
  since: string,
): Move[] {
  const moves: Move[] = [];
  let [status, at] = [from, since];
  const go = (next: OpportunityStatus, when: string | null): void => {
    at = when ?? at;
    moves.push({ from: status, to: next, direction: isClosed(next) ? "CLOSE" : "FORWARD", at });
    status = next;
  };
  if (status === "UNASSIGNED" && to !== "UNASSIGNED") go("ASSIGNED", given.assignedAt);
  // Lost without ever having been developed is a way of its own; won is not.
  const developed = to === "DEVELOPING" || to === "WON" || given.developingAt !== null;
  if (status === "ASSIGNED" && to !== "ASSIGNED" && developed) go("DEVELOPING", given.developingAt);
  if (isClosed(to) && status !== to) go(to, given.closedAt);
  return moves;
}

/** Whether there is a way forward from one status to the other. */
export const leadsTo = (from: OpportunityStatus, to: OpportunityStatus): boolean => {
  const order: readonly OpportunityStatus[] = ["UNASSIGNED", "ASSIGNED", "DEVELOPING"];
  return !isClosed(from) && (isClosed(to) || order.indexOf(from) < order.indexOf(to));
};

/** Values that a status needs, and values that it cannot have. */
export function contradictions(given: CourseGiven, status: OpportunityStatus): Fault[] {
  const needs: Name[] = status === "UNASSIGNED" ? [] : ["assignee"];
  const excludes: Name[] = [];
  if (isClosed(status)) needs.push("closedAt");
  else excludes.push("closedAt", "closedAmount");
  if (status === "WON") needs.push("closedAmount");
  if (status === "UNASSIGNED") excludes.push("assignee", "assignedAt");
  if (status === "UNASSIGNED" || status === "ASSIGNED") excludes.push("developingAt");
  const has = (name: Name): boolean =>
    name === "assignee" ? given.assigned : given[name] !== null;
  return [
    ...needs
      .filter((name) => !has(name))
      .map((name) => fault("REQUIRED", { field: NAMES[name] }, { path: PATHS[name] ?? name })),
    ...excludes
      .filter(has)
      .map((name) =>
        fault("CONTRADICTION", { field: NAMES[name], status }, { path: PATHS[name] ?? name }),
      ),
  ];
}

/** Dates that lie before the step they follow, or in the future. */
export function disorder(given: CourseGiven, now: string): Fault[] {
  const faults: Fault[] = [];
  let before: { readonly name: Name; readonly at: string } | undefined;
  for (const name of ["createdAt", "assignedAt", "developingAt", "closedAt"] as const) {
    const at = given[name];
    if (at === null) continue;
    if (at > now) {
      faults.push(fault("IN_THE_FUTURE", { field: NAMES[name] }, { path: name }));
    } else if (before && at < before.at) {
      const values = { field: NAMES[name], earlier: NAMES[before.name] };
      faults.push(fault("OUT_OF_ORDER", values, { path: name }));
    }
    before = { name, at };
  }
  return faults;
}
