import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { dayIn } from "../../schema/kernel/clock.ts";
import { plain } from "../../schema/orm.ts";
import type { Run } from "./run.ts";
import type { ReadyRow } from "./writers/writer.ts";

/**
 * Gives new records their readable numbers, by the day of their creation. They are drawn outside the transaction of the
 * import: its counter would stay locked to the end, and nobody else could create a record meanwhile. An import that
 * fails leaves a gap. A dry run draws none.
 */
export async function giveNumbers(run: Run, rows: readonly ReadyRow[]): Promise<void> {
  const { numberPrefix } = run.plan.mapping.target;
  if (numberPrefix === undefined) return;
  const { now, timeZone } = run.plan.company;
  const byMoment = Map.groupBy(
    rows.filter(({ record }) => record.isNew),
    (row) => String(row.columns["created_at"] ?? now),
  );
  const byDay = Map.groupBy(byMoment, ([moment]) => dayIn(timeZone, new Date(moment)));
  for (const [day, moments] of byDay) {
    const created = moments.flatMap(([, some]) => some);
    const numbers = run.dryRun
      ? created.map(() => `DRY-${randomUUID()}`)
      : await draw(run, numberPrefix, day, created.length);
    created.forEach((row, index) => {
      row.columns["number"] = numbers[index] ?? null;
    });
  }
}

async function draw(run: Run, prefix: string, day: string, count: number): Promise<string[]> {
  const { rows } = await sql<{ numbers: string[] }>`
    select crm.next_numbers(${prefix}, ${day}::date, ${count}) as numbers`.execute(
    plain(run.work.em),
  );
  return rows[0]?.numbers ?? [];
}
