import { memo } from "react";
import styles from "./pivot-grid.module.css";
import { ROW_HEIGHT, type ColumnSpan } from "./pivot-layout.ts";
import type { PivotSort } from "./pivot-sort.ts";
import type { Opening } from "./opening.ts";
import type { ColumnHead, PivotColumn } from "./pivot-columns.ts";
import type { PivotModel } from "./pivot-model.ts";
import { Twist } from "./twist.tsx";

export interface ColumnHeadsProps {
  readonly corner: string;
  readonly model: PivotModel;
  readonly sort: PivotSort | undefined;
  readonly onSort: (column: string) => void;
  readonly onToggle: (opening: Opening) => void;
  readonly span: ColumnSpan;
}

/** The lines above the figures: equal heads next to each other are one; the last line sorts. */
export const ColumnHeads = memo(function ColumnHeads(props: ColumnHeadsProps) {
  const { corner, model, sort, onSort, onToggle, span } = props;
  const { columns, headLines } = model;
  return (
    <div role="rowgroup" className={styles["heads"]} style={{ height: headLines * ROW_HEIGHT }}>
      {Array.from({ length: headLines }, (_, line) => (
        <div
          key={line}
          role="row"
          aria-rowindex={line + 1}
          className={styles["line"]}
          style={{ top: line * ROW_HEIGHT }}
        >
          <div
            role="columnheader"
            aria-colindex={1}
            className={styles["head"]}
            style={{ width: span.headWidth }}
          >
            {line === headLines - 1 ? corner : ""}
          </div>
          {line === headLines - 1
            ? columns
                .slice(span.first, span.last + 1)
                .map((column, offset) => (
                  <FigureHead
                    key={column.key}
                    column={column}
                    index={span.first + offset}
                    span={span}
                    direction={sort?.column === column.key ? sort.direction : undefined}
                    onSort={onSort}
                  />
                ))
            : groupsOf(columns, line, span).map((group) => (
                <GroupHead key={group.first} group={group} span={span} onToggle={onToggle} />
              ))}
        </div>
      ))}
    </div>
  );
});

interface FigureHeadProps {
  readonly column: PivotColumn;
  readonly index: number;
  readonly span: ColumnSpan;
  readonly direction: "ASC" | "DESC" | undefined;
  readonly onSort: (column: string) => void;
}

function FigureHead({ column, index, span, direction, onSort }: FigureHeadProps) {
  const mark = direction === undefined ? "" : direction === "ASC" ? "▲ " : "▼ ";
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-sort={
        direction === undefined ? "none" : direction === "ASC" ? "ascending" : "descending"
      }
      className={styles["figure"]}
      style={{ left: span.headWidth + (span.offsets[index] ?? 0), width: span.widths[index] }}
    >
      {column.isSortable ? (
        <button type="button" className={styles["button"]} onClick={() => onSort(column.key)}>
          {mark}
          {column.figure}
        </button>
      ) : (
        column.figure
      )}
    </div>
  );
}

interface GroupHeadProps {
  readonly group: Group;
  readonly span: ColumnSpan;
  readonly onToggle: (opening: Opening) => void;
}

function GroupHead({ group, span, onToggle }: GroupHeadProps) {
  const { first, count, head, left, width } = group;
  const { opening } = head;
  return (
    <div
      role="columnheader"
      aria-colindex={first + 2}
      aria-colspan={count}
      className={styles["group"]}
      style={{ left, width }}
    >
      <span className={styles["sticky"]} style={{ left: span.headWidth + 8 }}>
        {opening ? (
          <button
            type="button"
            className={styles["button"]}
            aria-expanded={opening.isOpen}
            onClick={() => onToggle(opening)}
          >
            <Twist isOpen={opening.isOpen} />
            {head.title}
          </button>
        ) : (
          head.title
        )}
      </span>
    </div>
  );
}

interface Group {
  readonly first: number;
  readonly count: number;
  readonly head: ColumnHead;
  readonly left: number;
  readonly width: number;
}

/** Only groups that reach into the part on screen. */
function groupsOf(columns: readonly PivotColumn[], line: number, span: ColumnSpan): Group[] {
  const groups: Group[] = [];
  const headAt = (index: number) => columns[index]?.heads[line];
  let first = 0;
  for (let index = 1; index <= columns.length; index += 1) {
    if (index < columns.length && headAt(first)?.key === headAt(index)?.key) continue;
    const left = span.headWidth + (span.offsets[first] ?? 0);
    const right = span.headWidth + (span.offsets[index] ?? 0);
    const head = headAt(first);
    if (head && index > span.first && first <= span.last) {
      groups.push({ first, count: index - first, head, left, width: right - left });
    }
    first = index;
  }
  return groups;
}
