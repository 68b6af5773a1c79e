import type { Row, RowRecord } from "../row.ts";
import type { Run } from "../run.ts";

/** A row that knows the record that it becomes or changes. */
export type ReadyRow = Row & { readonly record: RowRecord };

/** What a kind of record needs beside having its columns written. */
export interface Writer {
  /** Columns of new records that `prepare` fills beside those of the mapping. */
  readonly adds: readonly string[];
  /** Judges the rows against what is there, and derives columns. Runs once a row, before anything is written. */
  prepare(rows: readonly ReadyRow[], run: Run): Promise<void>;
  /** Whether a record may still have its columns changed; asked where something would change. */
  editable(row: ReadyRow): boolean;
  /** Columns that an existing record gets beside those of the mapping. */
  updates(row: ReadyRow): readonly string[];
  /** Writes what stands in other tables; gives back the ids of existing records that this has changed. */
  finish(rows: readonly ReadyRow[], changed: Changes, run: Run): Promise<ReadonlySet<string>>;
}

/** Old and new values by column, of the existing records whose own columns change. */
export type Changes = ReadonlyMap<
  string,
  {
    readonly before: Readonly<Record<string, unknown>>;
    readonly after: Readonly<Record<string, unknown>>;
  }
>;

const NONE: readonly string[] = [];

/** Nothing beside the columns. */
export const plainWriter: Writer = {
  adds: [],
  prepare: async () => undefined,
  editable: () => true,
  updates: () => NONE,
  finish: async () => new Set(),
};
