import type { Permission } from "../../schema/access/permissions.ts";
import type { OpportunityStatus } from "../../schema/marketing/opportunity.entity.ts";
import type { TRANSITION_DIRECTIONS } from "../../schema/marketing/opportunity-transition.entity.ts";

export type TransitionDirection = (typeof TRANSITION_DIRECTIONS)[number];

/** One thing that can be done with an opportunity, and in which statuses. Anything else is INVALID_TRANSITION. */
export interface Move {
  /** Statuses in which it is legal; empty: there is no opportunity yet. */
  readonly from: readonly OpportunityStatus[];
  /** The status it leads to; `same` leaves it, `gone` deletes the opportunity. */
  readonly to: OpportunityStatus | "same" | "gone";
  readonly permission: Permission;
  /** Whom it is left to among those with the permission. */
  readonly who: "anybody" | "creator" | "assignee";
  /** How the transition counts; null where none is written. */
  readonly direction: TransitionDirection | null;
}

const OPEN = ["UNASSIGNED", "ASSIGNED", "DEVELOPING"] as const;
const WORKED_ON = ["ASSIGNED", "DEVELOPING"] as const;

const move = (
  from: readonly OpportunityStatus[],
  to: Move["to"],
  permission: Permission,
  direction: TransitionDirection | null,
  who: Move["who"] = "anybody",
): Move => ({ from, to, permission, who, direction });

/** The state machine, by mutation. The services, their tests and the buttons of the pages derive from it. */
export const OPPORTUNITY_MOVES = {
  createOpportunity: move([], "UNASSIGNED", "opportunity:create", "FORWARD"),
  deleteOpportunity: move(["UNASSIGNED"], "gone", "opportunity:delete", null, "creator"),
  assignOpportunity: move(["UNASSIGNED"], "ASSIGNED", "opportunity:assign", "FORWARD"),
  updateOpportunity: move(OPEN, "same", "opportunity:update", null),
  addPlanItem: move(WORKED_ON, "DEVELOPING", "opportunity:plan", "FORWARD"),
  updatePlanItem: move(WORKED_ON, "same", "opportunity:plan", null),
  recordPlanResult: move(WORKED_ON, "same", "opportunity:plan", null, "assignee"),
  deletePlanItem: move(WORKED_ON, "same", "opportunity:plan", null),
  winOpportunity: move(["DEVELOPING"], "WON", "opportunity:close", "CLOSE", "assignee"),
  loseOpportunity: move(WORKED_ON, "LOST", "opportunity:close", "CLOSE", "assignee"),
  reassignOpportunity: move(WORKED_ON, "ASSIGNED", "opportunity:reassign", "BACK"),
  reopenOpportunity: move(["LOST"], "ASSIGNED", "opportunity:reopen", "REOPEN"),
} as const satisfies Record<string, Move>;

export type OpportunityMove = keyof typeof OPPORTUNITY_MOVES;

/** Steps towards a sale in their order; LOST is no step forward. */
const STEPS: readonly OpportunityStatus[] = ["UNASSIGNED", "ASSIGNED", "DEVELOPING", "WON"];

/** The further of two statuses; an opportunity that is lost keeps how far it came. */
export const furthest = (known: OpportunityStatus, reached: OpportunityStatus): OpportunityStatus =>
  STEPS.indexOf(reached) > STEPS.indexOf(known) ? reached : known;
