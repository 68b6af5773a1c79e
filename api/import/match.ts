import { sql, type RawBuilder } from "kysely";
import { fault } from "./faults.ts";
import type { Value } from "./kinds/kind.ts";
import { columnAt } from "./plan.ts";
import { isSound, valueOf, type Row } from "./row.ts";
import { exact, importable, rowsOf, withSource, type Run } from "./run.ts";
import { SeenKeys } from "./seen-keys.ts";

interface Matched {
  readonly ord: number;
  readonly normal: string;
  readonly id: string;
  readonly is_new: boolean;
}

/** Finds the records that rows update, locks them and reads what decides whether they may still change. */
export class Matcher {
  readonly #run: Run;
  readonly #seen: SeenKeys;

  constructor(run: Run) {
    this.#run = run;
    this.#seen = new SeenKeys(run.plan.mapping.target.repeats);
  }

  /**
   * Gives each sound row its record; rows that stand in the file twice get a fault. Rows that repeat an earlier one
   * exactly, where that is allowed, are given back.
   */
  async match(rows: readonly Row[]): Promise<Set<Row>> {
    const repeated = new Set<Row>();
    const matched = await this.#find(rows);
    const records = new Map<Row, Matched>();
    for (const found of matched) {
      const row = rows[found.ord];
      if (!row) continue;
      if (records.has(row)) {
        row.faults.push(this.#about(row, "AMBIGUOUS_REFERENCE"));
        continue;
      }
      records.set(row, found);
      const key = JSON.stringify([found.normal, ...this.#within(row)]);
      const earlier = this.#seen.meet(key, row);
      if (earlier === "repeated") repeated.add(row);
      else if (earlier !== undefined) {
        row.faults.push(this.#about(row, "DUPLICATE_KEY", { line: earlier }));
      } else if (found.is_new && this.#run.plan.mapping.match.existingOnly) {
        row.faults.push(this.#about(row, "UNKNOWN_REFERENCE"));
      }
    }
    await this.#take(records, repeated);
    return repeated;
  }

  #find(rows: readonly Row[]): Promise<Matched[]> {
    const { match, target } = this.#run.plan.mapping;
    const asked = rows.map((row, ord) => ({
      ord,
      key: valueOf(row, match.path),
      ...Object.fromEntries((match.within ?? []).map((column) => [column, row.columns[column]])),
    }));
    const columns = (match.within ?? []).map(
      (column) => sql`, ${sql.id(column)} ${sql.raw(TYPES[column] ?? "text")}`,
    );
    return rowsOf<Matched>(
      this.#run,
      sql`select r.ord, r.normal, coalesce(t.id, uuidv7()) as id, t.id is null as is_new
        from (select r.*, ${sql.raw(match.normal)} as normal
              from json_to_recordset(${JSON.stringify(asked)}::json)
                as r(ord integer, key text${join(columns)})) as r
        left join ${sql.id("crm", target.table)} as t on ${withSource(match.on, this.#run)}
        order by r.ord, t.id`,
    );
  }

  async #take(records: ReadonlyMap<Row, Matched>, repeated: ReadonlySet<Row>): Promise<void> {
    const held = [...records].filter(([row]) => isSound(row) && !repeated.has(row));
    const state = await this.#lock(held.flatMap(([, found]) => (found.is_new ? [] : found.id)));
    for (const [row, { id, is_new: isNew }] of held) {
      const existing = state.get(id);
      row.record = { id, isNew, existing: existing?.state ?? {} };
      if (isNew) this.#needsAll(row);
      else if (!existing?.permitted) row.faults.push(this.#about(row, "NOT_FOUND"));
      else keepFilled(row, this.#run, existing.state);
    }
  }

  async #lock(
    ids: readonly string[],
  ): Promise<Map<string, { permitted: boolean; state: Record<string, unknown> }>> {
    if (ids.length === 0) return new Map();
    const { target } = this.#run.plan.mapping;
    const columns = [...new Set([...target.watches, ...this.#run.plan.given])];
    const rows = await rowsOf<{ id: string; permitted: boolean; state: Record<string, unknown> }>(
      this.#run,
      sql`select t.id, ${importable(this.#run, target)} as permitted,
          json_build_object(${sql.join(columns.flatMap((column) => [sql.lit(column), exact("t", column, this.#run)]))}) as state
        from ${sql.id("crm", target.table)} as t
        where t.id = any(${ids}::uuid[]) order by t.id for no key update of t`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A new record needs what an update may leave out. */
  #needsAll(row: Row): void {
    const { target } = this.#run.plan.mapping;
    for (const [path, field] of Object.entries(target.fields)) {
      if (!field.required || !field.column || row.columns[field.column] !== undefined) continue;
      row.faults.push(fault("REQUIRED", { field: field.caption }, { path }));
    }
    for (const [name, relation] of Object.entries(target.relations)) {
      if (!relation.required || row.wanted.has(name)) continue;
      const [path = name] = Object.keys(relation.paths);
      row.faults.push(fault("REQUIRED", { field: relation.caption }, { path }));
    }
  }

  #within(row: Row): readonly Value[] {
    const { match } = this.#run.plan.mapping;
    return (match.within ?? []).map((column) => row.columns[column] ?? null);
  }

  #about(
    row: Row,
    code: "AMBIGUOUS_REFERENCE" | "DUPLICATE_KEY" | "UNKNOWN_REFERENCE" | "NOT_FOUND",
    values: Readonly<Record<string, number>> = {},
  ): Row["faults"][number] {
    const { match, target } = this.#run.plan.mapping;
    const value = valueOf(row, match.path);
    const about = { path: match.path, ...(value === null ? {} : { value: String(value) }) };
    return fault(code, { field: target.caption, ...values }, about);
  }
}

const TYPES: Readonly<Record<string, string>> = {
  customer_id: "uuid",
  opportunity_id: "uuid",
  planned_on: "date",
};

const join = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  parts.length === 0 ? sql`` : sql.join(parts, sql``);

/** A default fills what is empty; it does not replace what a record already has. */
function keepFilled(row: Row, run: Run, state: Readonly<Record<string, unknown>>): void {
  for (const { path, place } of run.plan.paths) {
    const column = columnAt(place);
    if (column === undefined || !isDefaulted(row, path, place)) continue;
    const present = state[column];
    if (present !== null && present !== undefined) row.columns[column] = present as Value;
  }
}

const isDefaulted = (
  row: Row,
  path: string,
  place: Run["plan"]["paths"][number]["place"],
): boolean =>
  row.defaulted.has(place.kind === "relation" ? (row.wanted.get(place.name)?.path ?? path) : path);
