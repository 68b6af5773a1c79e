import { useMemo } from "react";
import { cellWidth } from "./cell-width.ts";
import type { PivotModel } from "./pivot-model.ts";
import { offsetsOf } from "./use-window.ts";

/** Pixels; every row and every line of heads is one step of this. */
export const ROW_HEIGHT = 32;
/** Pixels that a level stands further in. */
export const INDENT = 20;

/** Where things stand, in pixels. */
export interface PivotLayout {
  readonly headWidth: number;
  readonly widths: readonly number[];
  readonly offsets: readonly number[];
}

/** The columns that are drawn. */
export interface ColumnSpan extends PivotLayout {
  readonly first: number;
  readonly last: number;
}

const HEAD_WIDTH = { least: 160, most: 320 };
const CELL_WIDTH = { least: 96, most: Number.POSITIVE_INFINITY };

/** Every column is as wide as its widest figure: no number is ever cut. */
export function usePivotLayout(model: PivotModel, corner: string): PivotLayout {
  return useMemo(() => {
    const { rows, columns, text } = model;
    const deepest = rows.reduce((most, { level }) => Math.max(most, level), 1);
    const names = rows.map(({ label }) => label);
    const headWidth = cellWidth([corner, ...names], HEAD_WIDTH) + deepest * INDENT;
    const widths = columns.map((column, index) =>
      cellWidth([`▼ ${column.figure}`, ...rows.map((row) => text(row, index))], CELL_WIDTH),
    );
    return { headWidth, widths, offsets: offsetsOf(widths) };
  }, [model, corner]);
}
