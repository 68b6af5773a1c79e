import { useMemo, useRef } from "react";
import { ColumnHeads } from "./column-heads.tsx";
import { GridRow } from "./grid-row.tsx";
import type { Opening } from "./opening.ts";
import type { PivotColumn } from "./pivot-columns.ts";
import styles from "./pivot-grid.module.css";
import { ROW_HEIGHT, usePivotLayout } from "./pivot-layout.ts";
import type { PivotSort } from "./pivot-sort.ts";
import type { PivotModel } from "./pivot-model.ts";
import type { PivotRow } from "./pivot-rows.ts";
import { HEAD, useGridFocus } from "./use-grid-focus.ts";
import { useView, visibleRange } from "./use-window.ts";

const SPARE = 8;

export interface PivotCell {
  readonly row: PivotRow;
  readonly column: PivotColumn;
  readonly formatted: string;
}

export interface PivotGridProps {
  readonly label: string;
  /** Names the column of row heads. */
  readonly corner: string;
  readonly model: PivotModel;
  readonly sort: PivotSort | undefined;
  readonly onToggle: (opening: Opening) => void;
  readonly onSort: (column: string) => void;
  readonly onDrill: (cell: PivotCell) => void;
}

/**
 * A tree of rows by lines of columns, of which only what is on screen is in the document. Screen
 * readers are told the whole size; arrows, Home, End and Page keys move, Enter and a click open a
 * member or the facts behind a figure.
 */
export function PivotGrid(props: PivotGridProps) {
  const { label, corner, model, sort, onSort, onToggle, onDrill } = props;
  const { rows, columns, headLines } = model;
  const box = useRef<HTMLDivElement>(null);
  const view = useView(box);
  const layout = usePivotLayout(model, corner);
  const act = (place: number, index: number) => {
    const row = rows[place];
    const column = columns[index];
    if (row && !column && row.opening) onToggle(row.opening);
    if (row && column && model.value(row, index) !== null) {
      onDrill({ row, column, formatted: model.text(row, index) });
    }
  };
  const focus = useGridFocus({ box, layout, rows, columns: columns.length, headLines, act });
  const firstRow = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - SPARE);
  const lastRow = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + SPARE);
  const [first, last] = visibleRange(
    layout.offsets,
    view.left,
    view.left + view.width - layout.headWidth,
    2,
  );
  const span = useMemo(() => ({ first, last, ...layout }), [first, last, layout]);
  // Scrolled out of sight, the place of the Tab key is the nearest one that is drawn.
  const tabRow = Math.min(Math.max(focus.row, firstRow), lastRow - 1);
  const tabColumn = focus.column >= first && focus.column <= last ? focus.column : HEAD;
  return (
    <div
      ref={box}
      className={styles["box"]}
      role="treegrid"
      aria-label={label}
      aria-rowcount={rows.length + headLines}
      aria-colcount={columns.length + 1}
      onKeyDown={focus.onKeyDown}
      onFocus={focus.onFocus}
      onClick={focus.onClick}
    >
      <div
        role="presentation"
        className={styles["canvas"]}
        style={{
          width: layout.headWidth + (layout.offsets.at(-1) ?? 0),
          height: (headLines + rows.length) * ROW_HEIGHT,
        }}
      >
        <ColumnHeads
          corner={corner}
          model={model}
          sort={sort}
          onSort={onSort}
          onToggle={onToggle}
          span={span}
        />
        <div role="rowgroup">
          {rows.slice(firstRow, lastRow).map((row, offset) => (
            <GridRow
              key={row.key}
              row={row}
              place={firstRow + offset}
              model={model}
              span={span}
              tabColumn={tabRow === firstRow + offset ? tabColumn : undefined}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
