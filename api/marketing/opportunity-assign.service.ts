import { User } from "../../schema/access/user.entity.ts";
import type { Action } from "../../schema/access/permissions.ts";
import { invalidInput, type Issue } from "../../schema/kernel/errors.ts";
import type { RevisionChanges } from "../../schema/marketing/opportunity-revision.entity.ts";
import { scopeFor } from "../access/policy.ts";
import { canBeGivenWork } from "../access/user-in-scope.ts";
import { issuesOf } from "../input/define-input.ts";
import type { Work } from "../server/context.ts";
import { ASSIGNEE_ROLE, REASON_FIELDS } from "./opportunity-assign.rules.ts";
import { commandOpportunity, moveOn, type Step } from "./opportunity.command.ts";
import { appendRevision } from "./opportunity.log.ts";

export interface AssignOpportunityInput {
  readonly id: string;
  readonly version: number;
  readonly assigneeId: string;
}
export interface ReassignOpportunityInput extends AssignOpportunityInput {
  readonly reason: string;
}
export interface ReopenOpportunityInput extends Omit<ReassignOpportunityInput, "assigneeId"> {
  /** Who takes it up again; whoever had it last where it is left out. */
  readonly assigneeId?: string | null | undefined;
}

/** UNASSIGNED → ASSIGNED. Errors: those of commandOpportunity; INVALID_INPUT for the assignee. */
export const assignOpportunity = (work: Work, input: AssignOpportunityInput): Promise<void> =>
  commandOpportunity(work, "assignOpportunity", input, async (step) => {
    refuse(await assigneeIssues(step, "assign", input.assigneeId));
    hand(step, input.assigneeId);
    await moveOn(step, "assignOpportunity", { after: { assigneeId: input.assigneeId } });
  });

/** ASSIGNED, DEVELOPING → ASSIGNED with another assignee, kept as a transition and a revision. */
export const reassignOpportunity = (work: Work, input: ReassignOpportunityInput): Promise<void> =>
  commandOpportunity(work, "reassignOpportunity", input, async (step) => {
    refuse([
      ...issuesOf(REASON_FIELDS, { reason: input.reason }, "create"),
      ...(await assigneeIssues(step, "reassign", input.assigneeId)),
    ]);
    await handOver(step, "reassignOpportunity", input);
  });

/** LOST → ASSIGNED: the end is taken back, to the same assignee or another one. */
export const reopenOpportunity = (work: Work, input: ReopenOpportunityInput): Promise<void> =>
  commandOpportunity(work, "reopenOpportunity", input, async (step) => {
    const { opportunity } = step;
    const assigneeId = input.assigneeId ?? opportunity.assignee?.id ?? "";
    refuse([
      ...issuesOf(REASON_FIELDS, { reason: input.reason }, "create"),
      ...(await assigneeIssues(step, "reopen", assigneeId)),
    ]);
    opportunity.closedAt = null;
    opportunity.lossReason = null;
    opportunity.closeNote = null;
    await handOver(step, "reopenOpportunity", { assigneeId, reason: input.reason });
  });

async function handOver(
  step: Step,
  name: "reassignOpportunity" | "reopenOpportunity",
  { assigneeId, reason }: Pick<ReassignOpportunityInput, "assigneeId" | "reason">,
): Promise<void> {
  const { tx, work, opportunity } = step;
  const from = opportunity.assignee?.id ?? null;
  const changes: RevisionChanges =
    from === assigneeId ? {} : { assigneeId: { old: from, new: assigneeId } };
  hand(step, assigneeId);
  await moveOn(step, name, { reason: reason.trim(), after: { assigneeId } });
  await appendRevision(tx, work, opportunity, changes);
}

function hand({ tx, opportunity, now }: Step, assigneeId: string): void {
  opportunity.assignee = tx.getReference(User, assigneeId);
  opportunity.assignedAt = now;
}

/** One answer for everybody who cannot be chosen: it tells nothing about users out of reach. */
async function assigneeIssues(step: Step, action: Action, assigneeId: string): Promise<Issue[]> {
  const { tx, work } = step;
  const reach = scopeFor(work.principal, "opportunity", action);
  if (await canBeGivenWork(tx, reach, assigneeId, ASSIGNEE_ROLE)) return [];
  return [
    {
      path: "input.assigneeId",
      text: {
        zh: "不是您管辖范围内在职的客户经理",
        en: "is no active account manager within your reach",
      },
    },
  ];
}

function refuse(issues: readonly Issue[]): void {
  if (issues.length > 0) throw invalidInput(issues);
}
