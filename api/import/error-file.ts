import fs from "node:fs";
import { lineBreaks } from "./csv/read-csv.ts";
import type { FileFault } from "./file-faults.ts";
import { columnOf } from "./mapping.ts";
import type { ImportPlan } from "./plan.ts";
import type { Row } from "./row.ts";

/** One line of an error file. */
export interface ErrorLine {
  readonly line: number;
  /** Name of the file column, or the position in the line where there is none. */
  readonly column: string;
  readonly field: string;
  readonly value: string;
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

const HEADER = ["line", "column", "field", "value", "code", "reason", "原因"];

/** The list of everything that was rejected, as CSV; the file comes into being with its first line. */
export class ErrorFile {
  readonly path: string;
  #file: number | undefined;

  constructor(path: string) {
    this.path = path;
  }

  add(lines: readonly ErrorLine[]): void {
    if (lines.length === 0) return;
    if (this.#file === undefined) {
      this.#file = fs.openSync(this.path, "w");
      // The mark makes spreadsheets read the Chinese column as UTF-8.
      fs.writeSync(this.#file, `\uFEFF${record(HEADER)}`);
    }
    const text = lines.map(({ line, column, field, value, code, en, zh }) =>
      record([String(line), column, field, disarmed(value), code, en, zh]),
    );
    fs.writeSync(this.#file, text.join(""));
  }

  /** Whether anything was listed. */
  close(): boolean {
    if (this.#file === undefined) return false;
    fs.closeSync(this.#file);
    this.#file = undefined;
    return true;
  }
}

const record = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;

/** What came from a foreign file must not run as a formula in a spreadsheet. */
const disarmed = (value: string): string =>
  /^[=+@\t\r-]/.test(value) && !/^[+-]?[\d.]+$/.test(value) ? `'${value}` : value;

/** The faults of a row by line and file column. */
export const errorLines = (row: Row, plan: ImportPlan): ErrorLine[] =>
  row.faults.map(({ path = "", code, text, value, suggestions = [] }) => {
    const planned = plan.paths.find((candidate) => candidate.path === path);
    const position = code === "RAGGED_ROW" ? raggedAt(row, plan) : planned?.position;
    const meant = suggestions.join(", ");
    return {
      line: lineOf(row, position),
      column: columnOf(plan.mapping, path) ?? (position === undefined ? "" : String(position + 1)),
      field: path,
      value: value ?? (position === undefined ? "" : (row.cells[position] ?? "")),
      code,
      en: meant ? `${text.en}; did you mean ${meant}?` : text.en,
      zh: meant ? `${text.zh}；是否为 ${meant}？` : text.zh,
    };
  });

export const fileErrorLine = ({ code, text, place, suggestions = [] }: FileFault): ErrorLine => {
  const meant = suggestions.join(", ");
  return {
    line: place.line,
    column: String(place.column),
    field: "",
    value: "",
    code,
    en: meant ? `${text.en}; did you mean ${meant}?` : text.en,
    zh: meant ? `${text.zh}；是否为 ${meant}？` : text.zh,
  };
};

/** A cell may stand lines below the beginning of its row, after cells with line breaks. */
const lineOf = (row: Row, position = 0): number =>
  row.line + lineBreaks(row.cells.slice(0, position));

/** The first cell that is missing or too many. */
const raggedAt = (row: Row, plan: ImportPlan): number => Math.min(row.cells.length, plan.width);
