import { sql } from "kysely";
import { auditRows, type AuditedRow } from "./audit-rows.ts";
import { isRefusal, refusalOf } from "./database-fault.ts";
import { fault, type Fault } from "./faults.ts";
import { importable, rowsOf, type Run } from "./run.ts";
import { valueOf } from "./row.ts";
import { differences, insertRows, updateRows, type Difference } from "./write-table.ts";
import type { ReadyRow, Writer } from "./writers/writer.ts";

export type Outcome = "created" | "updated" | "unchanged";

/** Writes rows of one chunk: all of them, or, where the database refuses some, all the others. */
export class RowWriter {
  readonly #run: Run;
  readonly #writer: Writer;

  constructor(run: Run, writer: Writer) {
    this.#run = run;
    this.#writer = writer;
  }

  /** What became of each row; rows that could not be written are not in it and have a fault. */
  async write(rows: readonly ReadyRow[]): Promise<Map<ReadyRow, Outcome>> {
    if (rows.length === 0) return new Map();
    await rowsOf(this.#run, sql`savepoint import_rows`);
    try {
      const outcome = await this.#writeAll(rows);
      const outside = await this.#outsideScope(rows);
      if (outside.size === 0) {
        await rowsOf(this.#run, sql`release savepoint import_rows`);
        return outcome;
      }
      await rowsOf(this.#run, sql`rollback to savepoint import_rows`);
      for (const row of outside) row.faults.push(this.#outOfScope(row));
      return await this.write(rows.filter((row) => !outside.has(row)));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await rowsOf(this.#run, sql`rollback to savepoint import_rows`);
      return this.#writeApart(rows, error);
    }
  }

  /** The database names the rule that was broken, not the row: halve until one row is left. */
  async #writeApart(rows: readonly ReadyRow[], error: unknown): Promise<Map<ReadyRow, Outcome>> {
    const [only, second] = rows;
    if (only && !second) {
      only.faults.push(refusalOf(error, this.#run.plan.mapping.target));
      return new Map();
    }
    const middle = rows.length >> 1;
    const first = await this.write(rows.slice(0, middle));
    return new Map([...first, ...(await this.write(rows.slice(middle)))]);
  }

  async #writeAll(rows: readonly ReadyRow[]): Promise<Map<ReadyRow, Outcome>> {
    const run = this.#run;
    const { target } = run.plan.mapping;
    const created = rows.filter(({ record }) => record.isNew);
    const changes = await this.changes(rows);
    const inserted = this.#insertedColumns();
    await insertRows(run, target.table, inserted, created.map(withId));
    const extended = await this.#update(rows, changes);
    const keyed = await this.#addExternalKeys(rows);
    const touched = await this.#writer.finish(rows, changes, run);
    await auditRows(
      run,
      rows.flatMap((row) =>
        audited(row, inserted, changes.get(row.record.id), this.#writer.updates(row)),
      ),
    );
    return new Map(
      rows.map((row) => {
        const { id, isNew } = row.record;
        const updated = changes.has(id) || extended.has(id) || keyed.has(id) || touched.has(id);
        return [row, isNew ? "created" : updated ? "updated" : "unchanged"];
      }),
    );
  }

  /**
   * One update a record: columns that go together must change together. Gives back the ids of those that change beside
   * the columns of the mapping.
   */
  async #update(
    rows: readonly ReadyRow[],
    changes: ReadonlyMap<string, Difference>,
  ): Promise<ReadonlySet<string>> {
    const { given, mapping } = this.#run.plan;
    const { table, versioned } = mapping.target;
    const existing = rows.filter(({ record }) => !record.isNew);
    const byColumns = Map.groupBy(existing, (row) => this.#writer.updates(row));
    const extended = new Set<string>();
    for (const [more, some] of byColumns) {
      const written = more.length > 0 ? some : some.filter(({ record }) => changes.has(record.id));
      const columns = [...new Set([...given, ...more])];
      await updateRows(this.#run, table, columns, written.map(withId), versioned !== false);
      if (more.length > 0) for (const { record } of some) extended.add(record.id);
    }
    return extended;
  }

  /** Old and new values of the existing records whose columns the rows change. */
  async changes(rows: readonly ReadyRow[]): Promise<Map<string, Difference>> {
    const existing = rows.filter(({ record }) => !record.isNew);
    const { target } = this.#run.plan.mapping;
    const { given } = this.#run.plan;
    const found = await differences(this.#run, target.table, given, existing.map(withId));
    return new Map(found.map((difference) => [difference.id, difference]));
  }

  #insertedColumns(): readonly string[] {
    const { mapping, inserted } = this.#run.plan;
    const number = mapping.target.numberPrefix === undefined ? [] : ["number"];
    return [...new Set(["id", ...number, ...inserted, ...this.#writer.adds])];
  }

  async #addExternalKeys(rows: readonly ReadyRow[]): Promise<ReadonlySet<string>> {
    const { target, source } = this.#run.plan.mapping;
    const keyed = rows.flatMap((row) => {
      const key = valueOf(row, "externalKey");
      return key === null ? [] : [{ id: row.record.id, key }];
    });
    if (!target.externalKeys || keyed.length === 0) return new Set();
    const { table, column } = target.externalKeys;
    const added = await rowsOf<{ id: string }>(
      this.#run,
      sql`insert into ${sql.id("crm", table)} (${sql.id(column)}, source, key)
        select r.id, ${source ?? null}, r.key
        from json_to_recordset(${JSON.stringify(keyed)}::json) as r(id uuid, key text)
        where not exists (select from ${sql.id("crm", table)} as e
          where e.source = ${source ?? null} and e.key = r.key and e.${sql.id(column)} = r.id)
        returning ${sql.id(column)} as id`,
    );
    return new Set(added.map(({ id }) => id));
  }

  #outOfScope(row: ReadyRow): Fault {
    const { ownedThrough = "" } = this.#run.plan.mapping.target;
    const path = row.wanted.get(ownedThrough)?.path;
    return fault("OUT_OF_SCOPE", {}, path === undefined ? {} : { path });
  }

  /** Rows that would now belong to somebody for whom the importer may not import. */
  async #outsideScope(rows: readonly ReadyRow[]): Promise<ReadonlySet<ReadyRow>> {
    const { target } = this.#run.plan.mapping;
    if (this.#run.work.principal.kind === "system") return new Set();
    const ids = rows.map(({ record }) => record.id);
    const outside = await rowsOf<{ id: string }>(
      this.#run,
      sql`select t.id from ${sql.id("crm", target.table)} as t
        where t.id = any(${ids}::uuid[]) and (${importable(this.#run, target)}) is not true`,
    );
    const found = new Set(outside.map(({ id }) => id));
    return new Set(rows.filter(({ record }) => found.has(record.id)));
  }
}

const withId = (row: ReadyRow): Readonly<Record<string, unknown>> & { readonly id: string } => ({
  ...row.columns,
  id: row.record.id,
});

function audited(
  row: ReadyRow,
  inserted: readonly string[],
  change: Difference | undefined,
  more: readonly string[],
): AuditedRow[] {
  const { id, isNew, existing } = row.record;
  const { columns } = row;
  if (isNew) {
    const after = picked(columns, inserted);
    return [{ recordId: id, before: null, after }];
  }
  if (!change && more.length === 0) return [];
  const before = { ...picked(existing, more), ...change?.before };
  return [{ recordId: id, before, after: { ...picked(columns, more), ...change?.after } }];
}

/** The columns of a row that hold something. */
const picked = (
  columns: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = columns[name] ?? null;
      return value === null || name === "id" ? [] : [[name, value]];
    }),
  );
