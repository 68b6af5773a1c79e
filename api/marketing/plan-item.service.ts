import { User } from "../../schema/access/user.entity.ts";
import { invalidInput } from "../../schema/kernel/errors.ts";
import { principalUserId } from "../../schema/kernel/principal.ts";
import { PlanItem } from "../../schema/marketing/plan-item.entity.ts";
import { issuesOf, tidied } from "../input/define-input.ts";
import type { Work } from "../server/context.ts";
import { commandOpportunity, moveOn, type Step } from "./opportunity.command.ts";
import {
  auditPlanItem,
  commandPlanItem,
  refuseExecuted,
  type PlanItemTarget,
} from "./plan-item.command.ts";
import { PLAN_ITEM_FIELDS, PLAN_RESULT_FIELDS, type PlanItemInput } from "./plan-item.rules.ts";

export interface AddPlanItemInput extends PlanItemInput {
  readonly opportunityId: string;
}
export type UpdatePlanItemInput = PlanItemTarget & PlanItemInput;
export interface RecordPlanResultInput extends PlanItemTarget {
  readonly result: string;
  /** When it was done; now where it is left out. */
  readonly executedAt?: Date | null | undefined;
}

/**
 * Plans a step and answers its id; the first one (also after a reassignment) takes the opportunity on to
 * DEVELOPING. Errors: those of commandOpportunity, and INVALID_INPUT.
 */
export const addPlanItem = (work: Work, input: AddPlanItemInput): Promise<string> =>
  commandOpportunity(work, "addPlanItem", { id: input.opportunityId }, async (step) => {
    const issues = issuesOf(PLAN_ITEM_FIELDS, input, "create");
    if (issues.length > 0) throw invalidInput(issues);
    const { tx, opportunity, now } = step;
    const { plannedOn, content } = tidied(PLAN_ITEM_FIELDS, input);
    const item = tx.create(PlanItem, {
      opportunity,
      plannedOn: plannedOn ?? "",
      content: content ?? "",
      createdBy: actor(step),
      createdAt: now,
    });
    await tx.flush();
    await auditPlanItem(step, item, {
      after: { opportunityId: opportunity.id, plannedOn, content },
    });
    if (opportunity.status === "ASSIGNED") {
      opportunity.firstDevelopedAt ??= now;
      await moveOn(step, "addPlanItem");
    }
    return item.id;
  });

/** Changes what is planned, while there is no result yet. */
export const updatePlanItem = (work: Work, input: UpdatePlanItemInput): Promise<void> =>
  commandPlanItem(work, "updatePlanItem", input, async (step, item) => {
    const issues = issuesOf(PLAN_ITEM_FIELDS, input, "update");
    if (issues.length > 0) throw invalidInput(issues);
    refuseExecuted(item);
    const before = { plannedOn: item.plannedOn, content: item.content };
    const { plannedOn, content } = tidied(PLAN_ITEM_FIELDS, input);
    item.plannedOn = plannedOn ?? item.plannedOn;
    item.content = content ?? item.content;
    await step.tx.flush();
    return { before, after: { plannedOn: item.plannedOn, content: item.content } };
  });

/** Writes down, or corrects, what came of a step. Only the assignee does. */
export const recordPlanResult = (work: Work, input: RecordPlanResultInput): Promise<void> =>
  commandPlanItem(work, "recordPlanResult", input, async (step, item) => {
    const executedAt = input.executedAt ?? step.now;
    const issues = issuesOf(PLAN_RESULT_FIELDS, { result: input.result }, "create");
    if (executedAt > step.now) {
      issues.push({
        path: "input.executedAt",
        text: { zh: "不能晚于现在", en: "must not lie in the future" },
      });
    }
    if (issues.length > 0) throw invalidInput(issues);
    const before = { result: item.result ?? null };
    item.result = input.result.trim();
    item.executedAt = executedAt;
    item.executedBy = actor(step);
    await step.tx.flush();
    return { before, after: { result: item.result } };
  });

/** Takes a step off the plan, unless something came of it. */
export const deletePlanItem = (work: Work, input: PlanItemTarget): Promise<void> =>
  commandPlanItem(work, "deletePlanItem", input, async (step, item) => {
    refuseExecuted(item);
    const before = { plannedOn: item.plannedOn, content: item.content };
    step.tx.remove(item);
    await step.tx.flush();
    return { before };
  });

function actor({ tx, work }: Step): User | null {
  const id = principalUserId(work.principal);
  return id === null ? null : tx.getReference(User, id);
}
