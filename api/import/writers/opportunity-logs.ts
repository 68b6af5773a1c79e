import { sql } from "kysely";
import type { RevisionChanges } from "../../../schema/marketing/opportunity-revision.entity.ts";
import { principalName, principalUserId } from "../../../schema/kernel/principal.ts";
import type { Move } from "../opportunity-course.ts";
import { rowsOf, type Run } from "../run.ts";
import type { ReadyRow } from "./writer.ts";

export interface Moved {
  readonly row: ReadyRow;
  readonly moves: readonly Move[];
}

export interface Revision {
  readonly id: string;
  readonly changes: RevisionChanges;
}

/**
 * Appends the transitions at their own dates. Rate and amount of former moments are not in a file, so each has those
 * of the row; the move to won has the amount of the deal.
 */
export async function writeTransitions(run: Run, moved: readonly Moved[]): Promise<void> {
  const rows = moved.flatMap(({ row, moves }) =>
    moves.map((move, index) => ({
      opportunity_id: row.record.id,
      step: index + 1,
      from_status: move.from,
      to_status: move.to,
      direction: move.direction,
      at: move.at,
    })),
  );
  if (rows.length === 0) return;
  const { principal } = run.work;
  await rowsOf(
    run,
    sql`insert into crm.opportunity_transition (opportunity_id, seq, from_status, to_status, direction,
        at, by_user_id, by_principal, success_rate, amount, currency)
      select o.id, last.seq + r.step, r.from_status, r.to_status, r.direction, r.at,
        ${principalUserId(principal)}::uuid, ${principalName(principal)}, o.success_rate,
        case when r.to_status = 'WON' then o.closed_amount else o.estimated_amount end, o.currency
      from json_to_recordset(${JSON.stringify(rows)}::json) as r(opportunity_id uuid, step integer,
        from_status text, to_status text, direction text, at timestamptz)
      join crm.opportunity o on o.id = r.opportunity_id
      cross join lateral (select coalesce(max(t.seq), 0) as seq
        from crm.opportunity_transition t where t.opportunity_id = o.id) as last`,
  );
}

/** Appends what was changed in existing opportunities. The rows are locked, so the numbers have no gap. */
export async function writeRevisions(run: Run, revisions: readonly Revision[]): Promise<void> {
  if (revisions.length === 0) return;
  const { principal } = run.work;
  await rowsOf(
    run,
    sql`insert into crm.opportunity_revision
        (opportunity_id, seq, at, by_user_id, by_principal, changes)
      select r.id, last.seq + 1, ${run.plan.company.now}::timestamptz,
        ${principalUserId(principal)}::uuid, ${principalName(principal)}, r.changes
      from json_to_recordset(${JSON.stringify(revisions)}::json) as r(id uuid, changes jsonb)
      cross join lateral (select coalesce(max(v.seq), 0) as seq
        from crm.opportunity_revision v where v.opportunity_id = r.id) as last`,
  );
}
