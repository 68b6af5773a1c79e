import { CsvError, parse } from "csv-parse";
import { Readable } from "node:stream";
import { fileFault, UnreadableFile, type FileFaultCode } from "../file-faults.ts";

/** One record of a file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** The line on which it begins. */
  readonly line: number;
}

/** Longest record; without a bound, one open quote would take in the rest of a large file. */
const MAX_RECORD = 1_000_000;

const FAULTS: Readonly<Record<string, FileFaultCode>> = {
  CSV_QUOTE_NOT_CLOSED: "QUOTE_NOT_CLOSED",
  CSV_INVALID_CLOSING_QUOTE: "STRAY_QUOTE",
  INVALID_OPENING_QUOTE: "STRAY_QUOTE",
  CSV_MAX_RECORD_SIZE: "FIELD_TOO_LONG",
};

/**
 * The records of a text in CSV, by RFC 4180: a quote opens and closes a field, a doubled one stands for itself.
 * Records may differ in length; that is for the caller to judge. A line without anything on it is an empty value
 * where the file has one column, and nothing otherwise. The pieces of the text must not cut a character in two.
 * @throws UnreadableFile for an open or stray quote, with the line on which its record begins, and the field
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  // Counted as records are parsed: good ones may still wait in the stream when a later one turns out broken.
  let next = 1;
  const lines: number[] = [];
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: MAX_RECORD,
    on_record(cells: string[]) {
      lines.push(next);
      next += 1 + lineBreaks(cells);
      return cells;
    },
  });
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let width: number | undefined;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const line = lines.shift() ?? next;
      width ??= cells.length;
      if (cells.length === 1 && cells[0] === "" && width > 1) continue;
      yield { cells, line };
    }
  } catch (error) {
    throw error instanceof CsvError ? readable(error, next) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Line ends within cells, which are quoted then. */
export const lineBreaks = (cells: readonly string[]): number =>
  cells.reduce(
    (count, cell) => (/[\r\n]/.test(cell) ? count + cell.split(/\r\n|\r|\n/).length - 1 : count),
    0,
  );

/** The parser's own words speak of its options; ours of the file. */
function readable(error: CsvError, line: number): Error {
  const code = FAULTS[error.code];
  if (code === undefined) return error;
  const column = Number(error["column"] ?? 0) + 1;
  return new UnreadableFile([fileFault(code, { line, column }, { max: MAX_RECORD })]);
}
