import { sql } from "kysely";
import { invalidTransition, notFound } from "../../schema/kernel/errors.ts";
import { PlanItem } from "../../schema/marketing/plan-item.entity.ts";
import { plain } from "../../schema/orm.ts";
import { permittedRows } from "../access/scope-sql.ts";
import { recordAudit, type AuditRecord } from "../audit/record.ts";
import { staleVersion } from "../audit/stale-version.ts";
import { lockRow } from "../lists/authorise-row.ts";
import { isUuid } from "../lists/uuid.ts";
import type { Work } from "../server/context.ts";
import { commandOpportunity, type Step } from "./opportunity.command.ts";
import { planItems } from "./opportunity.list.ts";
import type { OpportunityMove } from "./opportunity.moves.ts";

/** The plan item that a command is about, in the version that was read. */
export interface PlanItemTarget {
  readonly id: string;
  readonly version: number;
}

/** What a command did to an item, as the audit log keeps it. */
type ItemChange = Pick<AuditRecord, "before" | "after">;

/**
 * A command about a plan item: its opportunity decides whether it is allowed, its own version whether it is
 * stale. `change` may refuse; what it answers goes into the audit log.
 */
export async function commandPlanItem(
  work: Work,
  name: OpportunityMove & `${string}Plan${string}`,
  { id, version }: PlanItemTarget,
  change: (step: Step, item: PlanItem) => Promise<ItemChange>,
): Promise<void> {
  const opportunityId = await opportunityOf(work, id);
  if (opportunityId === undefined) throw notFound(planItems.caption);
  await commandOpportunity(work, name, { id: opportunityId }, async (step) => {
    const { tx } = step;
    await lockRow(tx, planItems, id);
    const item = await tx.findOne(PlanItem, id);
    if (!item) throw notFound(planItems.caption);
    if (item.version !== version) {
      throw await staleVersion(tx, work.principal, { resource: "planItem", id, version });
    }
    await auditPlanItem(step, item, await change(step, item));
  });
}

/** One entry for a change of an item, with the version that it led to. */
export const auditPlanItem = (
  { tx, work }: Step,
  item: PlanItem,
  { before, after }: ItemChange,
): Promise<void> =>
  recordAudit(tx, work, {
    action: "opportunity:plan",
    resource: "planItem",
    recordId: item.id,
    before: before ?? null,
    after: after ? { ...after, version: item.version } : null,
  });

/** What came of a step is history: it is not planned anew and not taken away. */
export function refuseExecuted(item: PlanItem): void {
  if (item.result === null || item.result === undefined) return;
  throw invalidTransition({
    zh: "已有执行结果的计划不能修改或删除",
    en: "A plan item with a result can be neither changed nor deleted",
  });
}

/** The opportunity of an item, where the reader sees it: out of scope is missing. */
async function opportunityOf({ em, principal }: Work, id: string): Promise<string | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } = await sql<{ id: string }>`select o.id
    from crm.plan_item as p join crm.opportunity as o on o.id = p.opportunity_id
    where p.id = ${id}::uuid and ${permittedRows(principal, "opportunity", "read", "o")}`.execute(
    plain(em),
  );
  return rows[0]?.id;
}
