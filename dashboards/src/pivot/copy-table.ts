import type { PivotModel } from "./pivot-model.ts";

type Cells = readonly (readonly string[])[];

/** Heads and figures as shown, indented by level. */
export function shownCells(model: PivotModel, corner: string): Cells {
  return cells(model, corner, (row, column) => model.text(row, column));
}

/** The same with plain decimals: for programs, not for people. */
export function plainCells(model: PivotModel, corner: string): Cells {
  return cells(model, corner, (row, column) => model.value(row, column) ?? "");
}

function cells(
  model: PivotModel,
  corner: string,
  figure: (row: PivotModel["rows"][number], column: number) => string,
): Cells {
  const { rows, columns, headLines } = model;
  const heads = Array.from({ length: headLines }, (_, line) => [
    line === headLines - 1 ? corner : "",
    ...columns.map(({ heads: above, figure: name }) => above[line]?.title ?? name),
  ]);
  const body = rows.map((row) => [
    "  ".repeat(row.level - 1) + row.label,
    ...columns.map((_, index) => figure(row, index)),
  ]);
  return [...heads, ...body];
}

/** Tab-separated, as spreadsheets take it from the clipboard. */
export function asClipboardText(table: Cells): string {
  return table
    .map((line) => line.map((cell) => defused(cell.replace(/[\t\r\n]+/g, " "))).join("\t"))
    .join("\n");
}

/** With a byte order mark, without which Excel takes Chinese for something else. */
export function asCsv(table: Cells): string {
  const lines = table.map((line) => line.map((cell) => quoted(defused(cell))).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A text that a spreadsheet would run as a formula becomes text; numbers stay numbers. */
export function defused(cell: string): string {
  return /^\s*[=+\-@\t\r]/.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
