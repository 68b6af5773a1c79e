import { sql } from "kysely";
import type { RevisionChanges } from "../../../schema/marketing/opportunity-revision.entity.ts";
import { principalName, principalUserId } from "../../../schema/kernel/principal.ts";
import type { Move } from "../opportunity-course.ts";
import { rowsOf, type Run } from "../run.ts";
import { insertRows } from "../write-table.ts";
import type { ReadyRow } from "./writer.ts";

export interface Moved {
  readonly row: ReadyRow;
  readonly moves: readonly Move[];
}

export interface Revision {
  readonly id: string;
  readonly changes: RevisionChanges;
}

const COLUMNS = [
  "opportunity_id",
  "seq",
  "from_status",
  "to_status",
  "direction",
  "at",
  "by_user_id",
  "by_principal",
  "success_rate",
  "amount",
  "currency",
] as const;

/**
 * Appends the transitions at their own dates. Rate and amount of former moments are not in a file, so each has those
 * of the row; the move to won has the amount of the deal.
 */
export async function writeTransitions(run: Run, moved: readonly Moved[]): Promise<void> {
  const { principal } = run.work;
  const by = { by_user_id: principalUserId(principal), by_principal: principalName(principal) };
  const last = await lastTransitions(
    run,
    moved.flatMap(({ row }) => (row.record.isNew ? [] : row.record.id)),
  );
  const rows = moved.flatMap(({ row, moves }) =>
    moves.map(({ from, to, direction, at }, index) => ({
      opportunity_id: row.record.id,
      seq: (last.get(row.record.id) ?? 0) + index + 1,
      from_status: from,
      to_status: to,
      direction,
      at,
      ...by,
      success_rate: columnOf(row, "success_rate"),
      amount: to === "WON" ? row.columns["closed_amount"] : columnOf(row, "estimated_amount"),
      currency: columnOf(row, "currency"),
    })),
  );
  await insertRows(run, "opportunity_transition", COLUMNS, rows);
}

/** What an opportunity holds once its row is written. */
export const columnOf = ({ columns, record }: ReadyRow, column: string): unknown =>
  columns[column] === undefined ? record.existing[column] : columns[column];

/** Where the log of each opportunity stands. The rows are locked, so the numbers have no gap. */
async function lastTransitions(run: Run, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<{ id: string; seq: number }>(
    run,
    sql`select opportunity_id as id, max(seq) as seq from crm.opportunity_transition
      where opportunity_id = any(${ids}::uuid[]) group by 1`,
  );
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** Appends what was changed in existing opportunities. */
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
