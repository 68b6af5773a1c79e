import { sql } from "kysely";
import { nearestNames } from "../../schema/kernel/nearest.ts";
import { permittedRows } from "../access/scope-sql.ts";
import { createMissing } from "./create-missing.ts";
import { fault } from "./faults.ts";
import { LOOKUPS, type Lookup } from "./lookups.ts";
import type { Row, Wanted } from "./row.ts";
import { rowsOf, withSource, type Run } from "./run.ts";
import type { Relation } from "./target.ts";

/** The record that a text names, or why there is none. */
type Found = { readonly id: string } | "unknown" | "ambiguous";

/** Most names remembered of one key; a larger file is looked up again now and then. */
const REMEMBERED = 50_000;

/** Finds the records that rows name, all of a chunk at once, and remembers them. */
export class Resolver {
  readonly #run: Run;
  readonly #known = new Map<string, Map<string, Found>>();
  readonly #names = new Map<string, Promise<string[]>>();

  constructor(run: Run) {
    this.#run = run;
  }

  /**
   * Fills links and columns of the rows. Rows that name a record of their own kind which is not there yet are given
   * back, for it may stand further down in the file; `last` says that nothing follows.
   */
  async resolve(rows: readonly Row[], last: boolean): Promise<Set<Row>> {
    const waiting = new Set<Row>();
    for (const known of this.#known.values()) if (known.size > REMEMBERED) known.clear();
    for (const [name, relation] of Object.entries(this.#run.plan.mapping.target.relations)) {
      await this.#findAll(name, relation, rows);
      for (const row of rows) {
        const wanted = row.wanted.get(name);
        if (wanted && !(await this.#link(row, name, relation, wanted, last))) waiting.add(row);
      }
    }
    return waiting;
  }

  async #findAll(name: string, relation: Relation, rows: readonly Row[]): Promise<void> {
    const byKey = new Map<string, Set<string>>();
    for (const row of rows) {
      const wanted = row.wanted.get(name);
      if (!wanted) continue;
      const known = this.#remembered(relation, wanted.key);
      const texts = byKey.get(wanted.key) ?? new Set<string>();
      for (const text of wanted.texts) if (!known.has(text)) texts.add(text);
      byKey.set(wanted.key, texts);
    }
    for (const [key, texts] of byKey) {
      if (texts.size > 0) await this.#find(name, relation, key, [...texts]);
    }
  }

  async #find(
    name: string,
    relation: Relation,
    key: string,
    texts: readonly string[],
  ): Promise<void> {
    const run = this.#run;
    const lookup: Lookup = LOOKUPS[relation.lookup];
    const on = lookup.keys[key]?.on;
    if (on === undefined) throw new Error(`${relation.lookup} has no key ${key}`);
    const found = await rowsOf<{ key: string; id: string }>(
      run,
      sql`select k.key, t.id from unnest(${texts}::text[]) as k(key)
        join ${sql.id("crm", lookup.table)} as t on ${withSource(on, run)}
        where ${permittedRows(run.work.principal, lookup.resource, "read", "t")}`,
    );
    const known = this.#remembered(relation, key);
    for (const { key: text, id } of found) {
      known.set(text, known.has(text) ? "ambiguous" : { id });
    }
    const unknown = texts.filter((text) => !known.has(text));
    const create = relation.creatable && run.plan.mapping.createMissing.has(name);
    for (const text of unknown) {
      if (create) known.set(text, { id: await createMissing(run, relation.lookup, text) });
      // A record of the same kind may still come; anything else will not.
      else if (!relation.itself) known.set(text, "unknown");
    }
  }

  /** False where the row has to wait for a record of its own kind. */
  async #link(
    row: Row,
    name: string,
    relation: Relation,
    wanted: Wanted,
    last: boolean,
  ): Promise<boolean> {
    const ids: string[] = [];
    for (const text of wanted.texts) {
      const found = this.#remembered(relation, wanted.key).get(text);
      if (found === undefined && !last) return false;
      if (found === undefined || found === "unknown") {
        const suggestions = await this.#suggest(relation, wanted.key, text);
        row.faults.push(
          fault(
            "UNKNOWN_REFERENCE",
            { field: relation.caption },
            { path: wanted.path, value: text, suggestions },
          ),
        );
      } else if (found === "ambiguous") {
        const about = { path: wanted.path, value: text };
        row.faults.push(fault("AMBIGUOUS_REFERENCE", { field: relation.caption }, about));
      } else ids.push(found.id);
    }
    row.links.set(name, ids);
    if (relation.column) {
      row.columns[relation.column] = (relation.takes === "key" ? wanted.texts[0] : ids[0]) ?? null;
    }
    return true;
  }

  #remembered(relation: Relation, key: string): Map<string, Found> {
    const name = `${relation.lookup}.${key}`;
    const known = this.#known.get(name) ?? new Map<string, Found>();
    this.#known.set(name, known);
    return known;
  }

  async #suggest(relation: Relation, key: string, text: string): Promise<string[]> {
    const lookup: Lookup = LOOKUPS[relation.lookup];
    const shows = lookup.keys[key]?.shows;
    if (shows === undefined) return [];
    const cacheKey = `${relation.lookup}.${key}`;
    const names =
      this.#names.get(cacheKey) ??
      rowsOf<{ name: string }>(
        this.#run,
        sql`select ${sql.raw(shows)} as name from ${sql.id("crm", lookup.table)} as t
          where ${permittedRows(this.#run.work.principal, lookup.resource, "read", "t")}
          order by 1 limit 2000`,
      ).then((rows) => rows.map(({ name }) => name));
    this.#names.set(cacheKey, names);
    return nearestNames(text, await names);
  }
}
