import type { Fault } from "./faults.ts";
import type { Value } from "./kinds/kind.ts";

/** The keys by which a row names other records through one relation. */
export interface Wanted {
  /** The field path that carried the key. */
  readonly path: string;
  readonly key: string;
  /** One text, or several where the relation takes many. */
  readonly texts: readonly string[];
}

/** The record that a row becomes or changes. */
export interface RowRecord {
  readonly id: string;
  readonly isNew: boolean;
  /** What the target watches of an existing record, by column. */
  readonly existing: Readonly<Record<string, unknown>>;
}

/** A row of a file on its way into the database. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** What its cells say, by field path. */
  readonly values: ReadonlyMap<string, Value>;
  /** Field paths whose value is a default, because the cell is empty or there is no such column. */
  readonly defaulted: ReadonlySet<string>;
  readonly wanted: ReadonlyMap<string, Wanted>;
  /** Ids of the records that it names, by relation. */
  readonly links: Map<string, readonly string[]>;
  /** What is written, by column of the target's table. */
  readonly columns: Record<string, Value>;
  readonly faults: Fault[];
  record?: RowRecord;
}

/** The value of a field path; null where the row says nothing. */
export const valueOf = (row: Row, path: string): Value => row.values.get(path) ?? null;

/** What the row itself says about a field path, defaults left aside. */
export const saidOf = (row: Row, path: string): Value =>
  row.defaulted.has(path) ? null : valueOf(row, path);

export const linkOf = (row: Row, relation: string): string | null =>
  row.links.get(relation)?.[0] ?? null;

export const isSound = (row: Row): boolean => row.faults.length === 0;
