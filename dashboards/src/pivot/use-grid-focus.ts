import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { ROW_HEIGHT, type PivotLayout } from "./pivot-layout.ts";
import type { PivotRow } from "./pivot-model.ts";

const PAGE = 15;
/** The row head, before the first column. */
export const HEAD = -1;

export interface GridFocus {
  readonly row: number;
  readonly column: number;
  readonly take: (row: number, column: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface GridFocusOptions {
  readonly box: RefObject<HTMLElement | null>;
  readonly layout: PivotLayout;
  readonly rows: readonly PivotRow[];
  readonly columns: number;
  readonly headLines: number;
  readonly onToggle: (key: string) => void;
  readonly onDrill: ((row: number, column: number) => void) | undefined;
}

/**
 * One cell of the grid is in the order of the Tab key; keys move it. A cell that is not drawn yet is
 * scrolled to first and focused once it is there.
 */
export function useGridFocus(options: GridFocusOptions): GridFocus {
  const { box, layout, rows, columns, headLines, onToggle, onDrill } = options;
  const [{ row, column }, setPlace] = useState({ row: 0, column: HEAD });
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`);
    if (!cell) return;
    cell.focus({ preventScroll: true });
    wanted.current = false;
  });
  const go = (toRow: number, toColumn: number) => {
    const place = {
      row: clamp(toRow, 0, rows.length - 1),
      column: clamp(toColumn, HEAD, columns - 1),
    };
    wanted.current = true;
    setPlace(place);
    if (box.current) reveal(box.current, place, layout, headLines);
  };
  const open = rows[row]?.isOpen;
  const toggle = () => {
    const key = rows[row]?.key;
    if (key !== undefined && open !== undefined) onToggle(key);
  };
  const atHead = column === HEAD;
  const actions: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: () => go(row + 1, column),
    ArrowUp: () => go(row - 1, column),
    ArrowRight: () => (atHead && open === false ? toggle() : go(row, column + 1)),
    ArrowLeft: () => (atHead && open === true ? toggle() : go(row, column - 1)),
    Home: (event) => go(event.ctrlKey ? 0 : row, HEAD),
    End: (event) => go(event.ctrlKey ? rows.length - 1 : row, columns - 1),
    PageDown: () => go(row + PAGE, column),
    PageUp: () => go(row - PAGE, column),
    Enter: () => (atHead ? toggle() : onDrill?.(row, column)),
    " ": () => (atHead ? toggle() : onDrill?.(row, column)),
  };
  return {
    row: clamp(row, 0, Math.max(0, rows.length - 1)),
    column,
    take: (toRow, toColumn) => setPlace({ row: toRow, column: toColumn }),
    onKeyDown: (event) => {
      const act = actions[event.key];
      if (!act || !isCell(event.target)) return;
      event.preventDefault();
      act(event);
    },
  };
}

/** Keys pressed on the buttons of column heads are theirs. */
function isCell(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset["place"] !== undefined;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function reveal(
  box: HTMLElement,
  place: { readonly row: number; readonly column: number },
  { offsets, widths, headWidth }: PivotLayout,
  headLines: number,
): void {
  const top = place.row * ROW_HEIGHT;
  const below = top + ROW_HEIGHT * (headLines + 1) - box.clientHeight;
  box.scrollTop = clamp(box.scrollTop, below, top);
  if (place.column === HEAD) return;
  const left = offsets[place.column] ?? 0;
  const beyond = left + (widths[place.column] ?? 0) + headWidth - box.clientWidth;
  box.scrollLeft = clamp(box.scrollLeft, beyond, left);
}
