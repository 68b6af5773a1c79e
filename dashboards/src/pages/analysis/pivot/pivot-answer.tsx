import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { AboutFigure } from "../../../drill/about-figure.tsx";
import { DrillDrawer } from "../../../drill/drill-drawer.tsx";
import type { DrillTarget } from "../../../drill/drill-target.ts";
import type { CubeQueryInput } from "../../../gql/graphql.ts";
import { NothingHere } from "../../../parts/nothing-here.tsx";
import { TruncationNotice } from "../../../parts/truncation-notice.tsx";
import type { Opening } from "../../../pivot/opening.ts";
import { PivotGrid, type PivotCell } from "../../../pivot/pivot-grid.tsx";
import { pivotModel, type Matrix } from "../../../pivot/pivot-model.ts";
import { itemName, type AxisItem, type Cube } from "./axis-item.ts";
import styles from "./pivot-answer.module.css";
import { PivotTools } from "./pivot-tools.tsx";
import type { PivotView } from "./pivot-view.ts";

export interface PivotAnswerProps {
  readonly cube: Cube;
  readonly matrix: Matrix;
  readonly question: CubeQueryInput;
  readonly view: PivotView;
  readonly change: (part: Partial<PivotView>) => void;
}

export function PivotAnswer({ cube, matrix, question, view, change }: PivotAnswerProps) {
  const { t } = useTranslation();
  const model = useMemo(
    () =>
      pivotModel(matrix, {
        rows: view.rows.map(hierarchyName),
        columns: view.columns.map(hierarchyName),
        closed: new Set(view.closed),
        total: t("pivot.total"),
        showName: (show) => t(`pivot.shows.${show}`),
      }),
    [matrix, view.rows, view.columns, view.closed, t],
  );
  const [target, setTarget] = useState<DrillTarget>();
  const corner = cornerOf(matrix);
  const acts = useLatest({
    toggle: ({ kind, key, isOpen }: Opening) =>
      change(
        kind === "fold"
          ? { closed: toggled(view.closed, key, isOpen) }
          : { open: toggled(view.open, key, !isOpen) },
      ),
    sortBy: (column: string) => change({ sort: next(view.sort, column) }),
  });
  const toggle = useCallback((opening: Opening) => acts.current.toggle(opening), [acts]);
  const sortBy = useCallback((column: string) => acts.current.sortBy(column), [acts]);
  if (model.rows.length === 0) return <NothingHere />;
  const measure = cube.measures.find(({ name }) => name === target?.measure);
  return (
    <>
      <div className={styles["tools"]}>
        <TruncationNotice truncated={matrix.truncated} warnings={matrix.warnings} />
        <PivotTools model={model} corner={corner} fileName={cube.title} />
      </div>
      <PivotGrid
        label={cube.title}
        corner={corner}
        model={model}
        sort={view.sort}
        onToggle={toggle}
        onSort={sortBy}
        onDrill={(cell) => setTarget(targetOf(cell))}
      />
      <DrillDrawer target={target} onClose={() => setTarget(undefined)}>
        {measure ? (
          <AboutFigure
            question={question}
            measure={measure}
            filters={matrix.axes.slicer.map(({ caption }) => caption)}
            freshness={matrix.freshness}
          />
        ) : null}
      </DrillDrawer>
    </>
  );
}

/** The newest of what changes with every drawing, for handlers that stay the same. */
function useLatest<Value>(value: Value) {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}

const hierarchyName = (item: AxisItem) => (item.level === undefined ? itemName(item) : undefined);

function cornerOf({ axes }: Matrix): string {
  return axes.rows.levels.map(({ title }) => title).join(" / ");
}

function targetOf({ row, column, formatted }: PivotCell): DrillTarget | undefined {
  if (row.token === null) return undefined;
  return {
    row: row.token,
    column: column.token ?? undefined,
    measure: column.measure,
    measureTitle: column.measureTitle,
    figure: column.figure,
    title: [...new Set([row.title, column.title])].filter((text) => text !== "").join(" · "),
    formatted,
  };
}

function toggled(names: readonly string[], name: string, isIn: boolean): readonly string[] {
  const others = names.filter((one) => one !== name);
  return isIn ? [...others, name] : others;
}

/** Largest first, smallest first, as it was. */
function next(sort: PivotView["sort"], column: string): PivotView["sort"] {
  if (sort?.column !== column) return { column, direction: "DESC" };
  return sort.direction === "DESC" ? { column, direction: "ASC" } : undefined;
}
