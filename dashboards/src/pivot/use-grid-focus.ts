import {
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import { ROW_HEIGHT, type PivotLayout } from "./pivot-layout.ts";
import type { PivotRow } from "./pivot-rows.ts";

const PAGE = 15;
/** The row head, before the first column. */
export const HEAD = -1;

interface Place {
  readonly row: number;
  readonly column: number;
}

export interface GridFocus extends Place {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

export interface GridFocusOptions {
  readonly box: RefObject<HTMLElement | null>;
  readonly layout: PivotLayout;
  readonly rows: readonly PivotRow[];
  readonly columns: number;
  readonly headLines: number;
  /** What a click or Enter does at a cell, or with `HEAD` at the head of a row. */
  readonly act: (row: number, column: number) => void;
}

/**
 * One cell of the grid is in the order of the Tab key; keys move it. A cell that is not drawn yet is
 * scrolled to first and focused once it is there.
 */
export function useGridFocus(options: GridFocusOptions): GridFocus {
  const { box, layout, rows, columns, headLines, act } = options;
  const [place, setPlace] = useState<Place>({ row: 0, column: HEAD });
  const row = clamp(place.row, 0, Math.max(0, rows.length - 1));
  const column = clamp(place.column, HEAD, columns - 1);
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-place="${row}:${column}"]`);
    if (!cell) return;
    cell.focus({ preventScroll: true });
    wanted.current = false;
  });
  const go = (toRow: number, toColumn: number) => {
    const to = {
      row: clamp(toRow, 0, rows.length - 1),
      column: clamp(toColumn, HEAD, columns - 1),
    };
    wanted.current = true;
    setPlace(to);
    if (box.current) reveal(box.current, to, layout, headLines);
  };
  const isOpen = column === HEAD ? rows[row]?.opening?.isOpen : undefined;
  const actions: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: () => go(row + 1, column),
    ArrowUp: () => go(row - 1, column),
    ArrowRight: () => (isOpen === false ? act(row, HEAD) : go(row, column + 1)),
    ArrowLeft: () => (isOpen === true ? act(row, HEAD) : go(row, column - 1)),
    Home: (event) => go(event.ctrlKey ? 0 : row, HEAD),
    End: (event) => go(event.ctrlKey ? rows.length - 1 : row, columns - 1),
    PageDown: () => go(row + PAGE, column),
    PageUp: () => go(row - PAGE, column),
    Enter: () => act(row, column),
    " ": () => act(row, column),
  };
  return {
    row,
    column,
    onFocus: ({ target }) => {
      const at = placeOf(target);
      if (at) setPlace(at);
    },
    onClick: ({ target }) => {
      const at = placeOf(target);
      if (at) act(at.row, at.column);
    },
    onKeyDown: (event) => {
      const action = actions[event.key];
      // Keys pressed on the buttons of column heads are theirs.
      if (!action || !placeOf(event.target)) return;
      event.preventDefault();
      action(event);
    },
  };
}

/** The cell or row head that an event comes from. */
function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
  const [row, column] = cell?.dataset["place"]?.split(":").map(Number) ?? [];
  return row === undefined || column === undefined ? undefined : { row, column };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function reveal(
  box: HTMLElement,
  place: Place,
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
