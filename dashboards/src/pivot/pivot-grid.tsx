import { useRef } from "react";
import { ColumnHeads } from "./column-heads.tsx";
import { GridRow } from "./grid-row.tsx";
import styles from "./pivot-grid.module.css";
import { ROW_HEIGHT, usePivotLayout, type PivotSort } from "./pivot-layout.ts";
import type { PivotModel } from "./pivot-model.ts";
import { useGridFocus } from "./use-grid-focus.ts";
import { useView, visibleRange } from "./use-window.ts";

const SPARE = 8;

export interface PivotGridProps {
  readonly label: string;
  /** Names the column of row heads. */
  readonly corner: string;
  readonly model: PivotModel;
  readonly sort: PivotSort | undefined;
  readonly onToggle: (key: string) => void;
  readonly onSort: (column: string) => void;
  readonly onDrill?: (row: number, column: number) => void;
}

/**
 * A tree of rows by lines of columns, of which only what is on screen is in the document. Screen
 * readers are told the whole size; arrows, Home, End and Page keys move, Enter opens and drills.
 */
export function PivotGrid(props: PivotGridProps) {
  const { label, corner, model, sort, onSort, onToggle, onDrill } = props;
  const { rows, columns, headLines } = model;
  const box = useRef<HTMLDivElement>(null);
  const view = useView(box);
  const layout = usePivotLayout(model, corner);
  const focus = useGridFocus({
    box,
    layout,
    rows,
    columns: columns.length,
    headLines,
    onToggle,
    onDrill,
  });
  const headHeight = headLines * ROW_HEIGHT;
  const firstRow = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - SPARE);
  const lastRow = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW_HEIGHT) + SPARE);
  const [firstColumn, lastColumn] = visibleRange(
    layout.offsets,
    view.left,
    view.left + view.width - layout.headWidth,
    2,
  );
  const span = { first: firstColumn, last: lastColumn, ...layout };
  return (
    <div
      ref={box}
      className={styles["box"]}
      role="treegrid"
      aria-label={label}
      aria-rowcount={rows.length + headLines}
      aria-colcount={columns.length + 1}
      onKeyDown={focus.onKeyDown}
    >
      <div
        role="presentation"
        className={styles["canvas"]}
        style={{
          width: layout.headWidth + (layout.offsets.at(-1) ?? 0),
          height: headHeight + rows.length * ROW_HEIGHT,
        }}
      >
        <ColumnHeads corner={corner} model={model} sort={sort} onSort={onSort} span={span} />
        <div role="rowgroup">
          {rows.slice(firstRow, lastRow).map((row, offset) => (
            <GridRow
              key={row.key}
              row={row}
              place={firstRow + offset}
              top={headHeight + (firstRow + offset) * ROW_HEIGHT}
              model={model}
              span={span}
              focus={focus}
              onToggle={onToggle}
              {...(onDrill ? { onDrill } : {})}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
