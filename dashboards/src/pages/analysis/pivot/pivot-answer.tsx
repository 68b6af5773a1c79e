import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { NothingHere } from "../../../parts/nothing-here.tsx";
import { TruncationNotice } from "../../../parts/truncation-notice.tsx";
import { PivotGrid } from "../../../pivot/pivot-grid.tsx";
import { pivotModel, type Matrix } from "../../../pivot/pivot-model.ts";
import styles from "./pivot-answer.module.css";
import { PivotTools } from "./pivot-tools.tsx";
import type { PivotView } from "./pivot-view.ts";

export interface PivotAnswerProps {
  readonly matrix: Matrix;
  readonly title: string;
  readonly view: PivotView;
  readonly change: (part: Partial<PivotView>) => void;
}

export function PivotAnswer({ matrix, title, view, change }: PivotAnswerProps) {
  const { t } = useTranslation();
  const closed = useMemo(() => new Set(view.closed), [view.closed]);
  const texts = { total: t("pivot.total"), others: t("pivot.others") };
  const model = useMemo(
    () => pivotModel(matrix, closed, texts),
    [matrix, closed, texts.total, texts.others],
  );
  const corner = matrix.axes.rows.levels.map((level) => level.title).join(" / ");
  const toggle = (key: string) =>
    change({
      closed: closed.has(key) ? view.closed.filter((one) => one !== key) : [...closed, key],
    });
  const sortBy = (column: string) => change({ sort: next(view.sort, column) });
  if (model.rows.length === 0) return <NothingHere />;
  return (
    <>
      <div className={styles["tools"]}>
        <TruncationNotice truncated={matrix.truncated} warnings={matrix.warnings} />
        <PivotTools model={model} corner={corner} fileName={title} />
      </div>
      <PivotGrid
        label={title}
        corner={corner}
        model={model}
        sort={view.sort}
        onToggle={toggle}
        onSort={sortBy}
      />
    </>
  );
}

/** Largest first, smallest first, as it was. */
function next(sort: PivotView["sort"], column: string): PivotView["sort"] {
  if (sort?.column !== column) return { column, direction: "DESC" };
  return sort.direction === "DESC" ? { column, direction: "ASC" } : undefined;
}
