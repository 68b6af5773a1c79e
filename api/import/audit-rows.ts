import { recordAudits } from "../audit/record.ts";
import type { Run } from "./run.ts";

/** One record that the import made or changed, with the values that it wrote. */
export interface AuditedRow {
  readonly recordId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Writes the audit entries of a chunk in one statement; one entry a record, as if each had been saved alone. */
export async function auditRows(run: Run, rows: readonly AuditedRow[]): Promise<void> {
  const { resource } = run.plan.mapping.target;
  const told = rows.map(({ recordId, before, after }) => ({
    recordId,
    before: before && publicNames(before),
    after: publicNames(after),
  }));
  await recordAudits(run.tx, run.work, { action: `${resource}:import`, resource }, told);
}

/** Columns by the names that the API gives them. */
export const publicNames = (columns: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
