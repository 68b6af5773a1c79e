import { nearestNames } from "../../../schema/kernel/nearest.ts";
import { fileFault, UnreadableFile, type FileFault } from "../file-faults.ts";
import type { Mapping } from "../mapping.ts";
import { decode } from "./decode.ts";
import { detectDelimiter } from "./delimiter.ts";
import { detectEncoding } from "./detect-encoding.ts";
import { readCsv, type CsvRecord } from "./read-csv.ts";

/** A file that can be read more than once. */
export interface Source {
  /** Its name, for messages and the audit log. */
  readonly name: string;
  open(): AsyncIterable<Buffer>;
}

/** A file opened for a mapping: where each mapped column stands, and the records below the header. */
export interface OpenFile {
  /** Column name → position, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  /** Columns of the file that the mapping leaves out. */
  readonly unused: readonly string[];
  /** Fields that every record has to have. */
  readonly width: number;
  readonly records: AsyncIterable<CsvRecord>;
}

/** How much of the beginning is looked at to find the delimiter. */
const HEAD = 64 * 1024;

/**
 * Decodes, divides and checks the header of a file.
 * @throws UnreadableFile where nothing of the file can be used
 */
export async function openFile(source: Source, mapping: Mapping): Promise<OpenFile> {
  const encoding = mapping.encoding ?? (await detectEncoding(source.open()));
  const { head, text } = await withHead(decode(source.open(), encoding));
  const delimiter =
    mapping.delimiter ??
    detectDelimiter(head, mapping.header ? [...mapping.columns.keys()] : undefined);
  const records = readCsv(text, delimiter);
  const first = await records.next();
  if (first.done) throw new UnreadableFile([fileFault("EMPTY_FILE", { line: 1, column: 1 })]);
  const { cells, line } = first.value;
  const names = mapping.header
    ? cells.map((cell) => cell.trim())
    : cells.map((_cell, index) => String(index + 1));
  return {
    ...place(names, line, mapping),
    width: names.length,
    records: mapping.header ? records : startingWith(first.value, records),
  };
}

function place(
  names: readonly string[],
  line: number,
  mapping: Mapping,
): Pick<OpenFile, "positions" | "unused"> {
  const faults: FileFault[] = [];
  const positions = new Map<string, number>();
  for (const name of mapping.columns.keys()) {
    const position = names.indexOf(name.trim());
    const again = names.lastIndexOf(name.trim());
    if (position < 0) {
      const suggestions = nearestNames(name, names);
      faults.push(fileFault("UNKNOWN_COLUMN", { line, column: 1 }, { name }, suggestions));
    } else if (again !== position) {
      faults.push(fileFault("DUPLICATE_COLUMN", { line, column: again + 1 }, { name }));
    } else positions.set(name, position);
  }
  if (faults.length > 0) throw new UnreadableFile(faults);
  const used = new Set(positions.values());
  return { positions, unused: names.filter((_name, index) => !used.has(index)) };
}

/** The beginning of a text, and the whole text still to be read. */
async function withHead(
  pieces: AsyncGenerator<string>,
): Promise<{ head: string; text: AsyncIterable<string> }> {
  let head = "";
  while (head.length < HEAD) {
    const next = await pieces.next();
    if (next.done) break;
    head += next.value;
  }
  return { head, text: startingWith(head, pieces) };
}

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}
