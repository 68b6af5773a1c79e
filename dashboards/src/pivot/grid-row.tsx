import { HEAD, type GridFocus } from "./use-grid-focus.ts";
import styles from "./pivot-grid.module.css";
import { INDENT, type ColumnSpan } from "./pivot-layout.ts";
import type { PivotModel, PivotRow } from "./pivot-model.ts";

export interface GridRowProps {
  readonly row: PivotRow;
  /** Its place among the rows that are drawn or could be. */
  readonly place: number;
  readonly top: number;
  readonly model: PivotModel;
  readonly span: ColumnSpan;
  readonly focus: GridFocus;
  readonly onToggle: (key: string) => void;
  readonly onDrill?: (row: number, column: number) => void;
}

export function GridRow({ row, place, top, model, span, focus, onToggle, onDrill }: GridRowProps) {
  const tab = (column: number) => (focus.row === place && focus.column === column ? 0 : -1);
  const shown = model.columns.slice(span.first, span.last + 1);
  return (
    <div
      role="row"
      className={styles["row"]}
      data-total={row.isTotal}
      aria-rowindex={place + model.headLines + 1}
      aria-level={row.level}
      aria-expanded={row.isOpen}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        data-place={`${place}:${HEAD}`}
        tabIndex={tab(HEAD)}
        className={styles["head"]}
        title={row.label}
        style={{ width: span.headWidth, paddingLeft: 8 + (row.level - 1) * INDENT }}
        onFocus={() => focus.take(place, HEAD)}
        onClick={() => row.isOpen !== undefined && onToggle(row.key)}
      >
        {model.isTree ? <Twist isOpen={row.isOpen} /> : null}
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
            tabIndex={tab(index)}
            className={styles["cell"]}
            style={{ left: span.headWidth + (span.offsets[index] ?? 0), width: span.widths[index] }}
            onFocus={() => focus.take(place, index)}
            onDoubleClick={() => onDrill?.(place, index)}
          >
            {model.text(row, index)}
          </div>
        );
      })}
    </div>
  );
}

function Twist({ isOpen }: { readonly isOpen: boolean | undefined }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className={styles["twist"]}>
      {isOpen === undefined ? null : (
        <path
          d={isOpen ? "M4 6l4 4 4-4" : "M6 4l4 4-4 4"}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}
