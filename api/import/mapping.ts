import { invalidInput, type Issue } from "../../schema/kernel/errors.ts";
import type { Encoding } from "./encodings.ts";
import { readJson } from "./json.ts";
import type { DateFormat } from "./kinds/date-format.ts";
import type { Value } from "./kinds/kind.ts";
import { MappingReader } from "./mapping-reader.ts";
import type { Match, MatchKey, Target } from "./target.ts";

/** How the columns of a file become the fields of records, checked against what the records take. */
export interface Mapping {
  readonly target: Target;
  /** The system that the file comes from; external keys are kept under it. */
  readonly source: string | undefined;
  readonly matchBy: MatchKey;
  readonly match: Match;
  /** File column → field paths that it fills. Without a header columns are named "1", "2", … */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** Field path → text of a cell → what stands for it. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Value>>;
  /** Field path → what an empty cell, or a file without such a column, means for a new record. */
  readonly defaults: ReadonlyMap<string, Value>;
  /** Relations whose unknown names become records. */
  readonly createMissing: ReadonlySet<string>;
  /** Texts that mean an empty cell. */
  readonly nulls: ReadonlySet<string>;
  readonly dateFormat: DateFormat | undefined;
  /** Undefined: found out from the file. */
  readonly encoding: Encoding | undefined;
  /** Undefined: found out from the file. */
  readonly delimiter: string | undefined;
  readonly header: boolean;
}

/**
 * Reads a mapping written in JSON.
 * @throws AppError INVALID_INPUT with every fault at once: its path in the mapping and the nearest valid names
 */
export function parseMapping(text: string, timeZone: string): Mapping {
  const read = readJson(text);
  if ("fault" in read) throw refused([read.fault]);
  const reader = new MappingReader(read.value, timeZone);
  const mapping = reader.read();
  if (!mapping) throw refused(reader.issues);
  return mapping;
}

const refused = (issues: readonly Issue[]): Error =>
  invalidInput(issues, { zh: "导入映射有误", en: "The mapping is not valid" });

/** The file column that fills a field path, if one does. */
export function columnOf(mapping: Mapping, path: string): string | undefined {
  for (const [column, paths] of mapping.columns) if (paths.includes(path)) return column;
  return undefined;
}

/** Every field path that the mapping gives a value for, by column or by default. */
export const givenPaths = (mapping: Mapping): Set<string> =>
  new Set([...[...mapping.columns.values()].flat(), ...mapping.defaults.keys()]);
