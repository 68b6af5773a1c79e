import { memo } from "react";
import styles from "./pivot-grid.module.css";
import { INDENT, ROW_HEIGHT, type ColumnSpan } from "./pivot-layout.ts";
import type { PivotModel } from "./pivot-model.ts";
import type { PivotRow } from "./pivot-rows.ts";
import { Twist } from "./twist.tsx";
import { HEAD } from "./use-grid-focus.ts";

export interface GridRowProps {
  readonly row: PivotRow;
  /** Its place among the rows that are drawn or could be. */
  readonly place: number;
  readonly model: PivotModel;
  readonly span: ColumnSpan;
  /** The column whose cell is in the order of the Tab key, if it is one of this row. */
  readonly tabColumn: number | undefined;
}

/** Drawn anew only when it changes itself: scrolling draws what comes into sight and nothing else. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, place, model, span, tabColumn } = props;
  const tab = (column: number) => (tabColumn === column ? 0 : -1);
  const shown = model.columns.slice(span.first, span.last + 1);
  const top = (model.headLines + place) * ROW_HEIGHT;
  return (
    <div
      role="row"
      className={styles["row"]}
      data-total={row.isTotal}
      aria-rowindex={place + model.headLines + 1}
      aria-level={row.level}
      aria-expanded={row.opening?.isOpen}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        data-place={`${place}:${HEAD}`}
        tabIndex={tab(HEAD)}
        className={styles["head"]}
        data-opens={row.opening !== undefined}
        title={row.title}
        style={{ width: span.headWidth, paddingLeft: 8 + (row.level - 1) * INDENT }}
      >
        {model.isTree ? <Twist isOpen={row.opening?.isOpen} /> : null}
        <span className={styles["label"]}>{row.label}</span>
      </div>
      {shown.map((column, offset) => {
        const index = span.first + offset;
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={index + 2}
            data-place={`${place}:${index}`}
            data-total={column.isTotal}
            data-drills={model.value(row, index) !== null}
            tabIndex={tab(index)}
            className={styles["cell"]}
            style={{ left: span.headWidth + (span.offsets[index] ?? 0), width: span.widths[index] }}
          >
            {model.text(row, index)}
          </div>
        );
      })}
    </div>
  );
});
