import styles from "./pivot-grid.module.css";
import { ROW_HEIGHT, type ColumnSpan, type PivotSort } from "./pivot-layout.ts";
import type { PivotColumn, PivotModel } from "./pivot-model.ts";

export interface ColumnHeadsProps {
  readonly corner: string;
  readonly model: PivotModel;
  readonly sort: PivotSort | undefined;
  readonly onSort: (column: string) => void;
  readonly span: ColumnSpan;
}

/** The lines above the figures: equal captions next to each other are one head; the last line sorts. */
export function ColumnHeads({ corner, model, sort, onSort, span }: ColumnHeadsProps) {
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
                  <SortHead
                    key={column.key}
                    column={column}
                    index={span.first + offset}
                    span={span}
                    direction={sort?.column === column.key ? sort.direction : undefined}
                    onSort={onSort}
                  />
                ))
            : groupsOf(columns, line, span).map((group) => (
                <div
                  key={group.first}
                  role="columnheader"
                  aria-colindex={group.first + 2}
                  aria-colspan={group.count}
                  className={styles["group"]}
                  style={{ left: group.left, width: group.width }}
                >
                  <span className={styles["sticky"]} style={{ left: span.headWidth + 8 }}>
                    {group.title}
                  </span>
                </div>
              ))}
        </div>
      ))}
    </div>
  );
}

interface SortHeadProps {
  readonly column: PivotColumn;
  readonly index: number;
  readonly span: ColumnSpan;
  readonly direction: "ASC" | "DESC" | undefined;
  readonly onSort: (column: string) => void;
}

function SortHead({ column, index, span, direction, onSort }: SortHeadProps) {
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
      <button type="button" className={styles["sort"]} onClick={() => onSort(column.key)}>
        {direction === undefined ? "" : direction === "ASC" ? "▲ " : "▼ "}
        {column.titles.at(-1)}
      </button>
    </div>
  );
}

interface Group {
  readonly first: number;
  readonly count: number;
  readonly title: string;
  readonly left: number;
  readonly width: number;
}

/** Only groups that reach into the part on screen. */
function groupsOf(columns: readonly PivotColumn[], line: number, span: ColumnSpan): Group[] {
  const groups: Group[] = [];
  let first = 0;
  for (let index = 1; index <= columns.length; index += 1) {
    if (index < columns.length && isSameGroup(columns[first], columns[index], line)) continue;
    const left = span.headWidth + (span.offsets[first] ?? 0);
    const right = span.headWidth + (span.offsets[index] ?? 0);
    if (index > span.first && first <= span.last) {
      const title = columns[first]?.titles[line] ?? "";
      groups.push({ first, count: index - first, title, left, width: right - left });
    }
    first = index;
  }
  return groups;
}

function isSameGroup(one: PivotColumn | undefined, other: PivotColumn | undefined, line: number) {
  const path = (column: PivotColumn | undefined) =>
    column?.position.members
      .slice(0, line + 1)
      .map((member) => member.key)
      .join("/");
  return path(one) === path(other) && one?.isTotal === other?.isTotal;
}
