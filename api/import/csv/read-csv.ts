import { CsvError, parse, type Info } from "csv-parse";
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
 * where the file has one column, and nothing otherwise.
 * @throws UnreadableFile for an open or stray quote, with line and column
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<CsvRecord> {
  // Records may wait in the stream when a later one turns out broken: this counts as they are parsed.
  let parsed = 0;
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD,
    on_record(record: string[], { lines }) {
      parsed = lines;
      return record;
    },
  });
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let line = 1;
  let width: number | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: Info;
    }>) {
      const begins = line;
      line = info.lines + 1;
      width ??= record.length;
      if (record.length === 1 && record[0] === "" && width > 1) continue;
      yield { cells: record, line: begins };
    }
  } catch (error) {
    throw error instanceof CsvError ? readable(error, parsed + 1) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** The parser's own words speak of its options; ours of the file. */
function readable(error: CsvError, begins: number): Error {
  const code = FAULTS[error.code];
  if (code === undefined) return error;
  const column = Number(error["column"] ?? 0) + 1;
  const line = code === "QUOTE_NOT_CLOSED" ? begins : Number(error["lines"] ?? begins);
  return new UnreadableFile([fileFault(code, { line, column }, { max: MAX_RECORD })]);
}
