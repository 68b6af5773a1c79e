import { sql } from "kysely";
import { principalName, principalUserId } from "../../schema/kernel/principal.ts";
import { rowsOf, type Run } from "./run.ts";

/** One record that the import made or changed, with the values that it wrote. */
export interface AuditedRow {
  readonly recordId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Writes the audit entries of a chunk in one statement; one entry a record, as if each had been saved alone. */
export async function auditRows(run: Run, rows: readonly AuditedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { resource } = run.plan.mapping.target;
  const { principal, requestId, address } = run.work;
  const written = rows.map(({ recordId, before, after }) => ({
    record_id: recordId,
    before: before && publicNames(before),
    after: publicNames(after),
  }));
  await rowsOf(
    run,
    sql`insert into crm.audit_entry
        (principal, user_id, action, resource, record_id, before, after, request_id, address)
      select ${principalName(principal)}, ${principalUserId(principal)}::uuid,
        ${`${resource}:import`}, ${resource}, r.record_id, r.before, r.after,
        ${requestId}, ${address ?? null}
      from json_to_recordset(${JSON.stringify(written)}::json)
        as r(record_id uuid, before jsonb, after jsonb)`,
  );
}

/** Columns by the names that the API gives them. */
export const publicNames = (columns: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
