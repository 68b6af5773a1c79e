import { fault } from "./faults.ts";
import { Matcher } from "./match.ts";
import { giveNumbers } from "./numbers.ts";
import { Resolver } from "./resolve.ts";
import { isSound, valueOf, type Row } from "./row.ts";
import type { Run } from "./run.ts";
import { RowWriter } from "./write-rows.ts";
import { writerOf } from "./writers/list.ts";
import type { ReadyRow, Writer } from "./writers/writer.ts";

/** What became of the rows of a file; read is always the sum of the others. */
export interface Counts {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** Most rows kept because they name a record of their own kind further down in the file. */
const MOST_WAITING = 50_000;

/** Takes rows through an import: names found, records matched, rules judged, written. */
export class Applier {
  readonly counts: Counts = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  readonly #run: Run;
  readonly #reject: (row: Row) => void;
  readonly #resolver: Resolver;
  readonly #matcher: Matcher;
  readonly #writer: Writer;
  readonly #rows: RowWriter;
  #waiting: Row[] = [];

  constructor(run: Run, reject: (row: Row) => void) {
    this.#run = run;
    this.#reject = reject;
    this.#resolver = new Resolver(run);
    this.#matcher = new Matcher(run);
    this.#writer = writerOf(run.plan.mapping.target.entity);
    this.#rows = new RowWriter(run, this.#writer);
  }

  /** Applies a chunk of rows as they were read. */
  async apply(rows: readonly Row[]): Promise<void> {
    this.counts.read += rows.length;
    await this.#step(rows, this.#waiting.length >= MOST_WAITING);
  }

  /** Applies the rows that waited for others of their kind, parents before children. */
  async finish(chunk: number): Promise<void> {
    for (let before = Infinity; this.#waiting.length < before;) {
      before = this.#waiting.length;
      await this.#applyWaiting(chunk, false);
    }
    await this.#applyWaiting(chunk, true);
  }

  async #applyWaiting(chunk: number, last: boolean): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < rows.length; from += chunk) {
      await this.#step(rows.slice(from, from + chunk), last);
    }
  }

  async #step(rows: readonly Row[], last: boolean): Promise<void> {
    let ready = this.#sound(rows);
    const waiting = await this.#resolver.resolve(ready, last);
    this.#waiting.push(...waiting);
    ready = this.#sound(ready.filter((row) => !waiting.has(row)));
    ready = this.#sound(ready.map((row) => this.#withKey(row)));
    const repeated = await this.#matcher.match(ready);
    this.counts.unchanged += repeated.size;
    ready = this.#sound(ready.filter((row) => !repeated.has(row)));
    const matched = ready.filter(isReady);
    await this.#writer.prepare(matched, this.#run);
    const sound = this.#sound(matched).filter(isReady);
    await this.#refuseClosed(sound);
    const writable = this.#sound(sound).filter(isReady);
    await giveNumbers(this.#run, writable);
    const outcomes = await this.#rows.write(writable);
    for (const outcome of outcomes.values()) this.counts[outcome]++;
    this.#sound(writable);
  }

  /** Rows without a fault; the others are rejected. */
  #sound(rows: readonly Row[]): Row[] {
    return rows.filter((row) => {
      if (isSound(row)) return true;
      this.counts.rejected++;
      this.#reject(row);
      return false;
    });
  }

  #withKey(row: Row): Row {
    const { match, target } = this.#run.plan.mapping;
    if (valueOf(row, match.path) === null) {
      const field = target.fields[match.path]?.caption ?? target.caption;
      row.faults.push(fault("REQUIRED", { field }, { path: match.path }));
    }
    return row;
  }

  /** A row that changes nothing may name a closed record; one that does may not. */
  async #refuseClosed(rows: readonly ReadyRow[]): Promise<void> {
    const closed = rows.filter((row) => !this.#writer.editable(row));
    const changes = await this.#rows.changes(closed);
    for (const row of closed) {
      if (changes.has(row.record.id)) row.faults.push(fault("NOT_EDITABLE"));
    }
  }
}

const isReady = (row: Row): row is ReadyRow => row.record !== undefined;
