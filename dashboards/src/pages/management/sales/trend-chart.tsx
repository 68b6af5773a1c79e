import { useMemo, useRef, useState, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { useWidth } from "../../../charts/use-width.ts";
import type { Cellset, Position } from "../../../cube/cellset.ts";
import type { CubeQueryInput } from "../../../gql/graphql.ts";
import type { Step } from "./comparisons.ts";
import { useDrill } from "./drilling.tsx";
import styles from "./trend-chart.module.css";
import { TrendPicture } from "./trend-picture.tsx";
import { trendSteps, type TrendStep } from "./trend-steps.ts";
import { TrendTold } from "./trend-told.tsx";

export interface TrendChartProps {
  readonly cellset: Cellset;
  readonly question: CubeQueryInput;
  readonly rows: readonly Position[];
  readonly step: Step;
}

/** The picture, what is told of the step under the pointer, and the records behind it at a click. */
export function TrendChart({ cellset, question, rows, step }: TrendChartProps) {
  const { t } = useTranslation();
  const drill = useDrill();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [at, setAt] = useState<number>();
  const steps = useMemo(() => trendSteps(cellset, rows), [cellset, rows]);
  const pointed = at === undefined ? undefined : steps[at];
  const isCompared = question.time?.compareTo !== undefined;
  const under = ({ clientX, currentTarget }: MouseEvent) => {
    const { left } = currentTarget.getBoundingClientRect();
    return Math.floor(((clientX - left) / width) * steps.length);
  };
  const open = (clicked: TrendStep | undefined) => {
    if (!clicked || clicked.amount.height === null) return;
    const { row, name } = clicked;
    const measureTitle = t("sales.wonAmount");
    drill({ question, cellset, row, measure: "wonAmount", measureTitle, title: name });
  };
  return (
    <div
      ref={place}
      className={styles["chart"]}
      onMouseMove={(event) => setAt(under(event))}
      onMouseLeave={() => setAt(undefined)}
      onClick={(event) => open(steps[under(event)])}
    >
      {width > 0 ? (
        <TrendPicture
          steps={steps}
          width={width}
          label={t("sales.chartSummary", {
            title: t(`sales.trends.${step}`),
            count: steps.length,
          })}
          amounts={t(isCompared ? "sales.amountsCompared" : "sales.wonAmount")}
          rates={t("sales.winRate")}
          isCompared={isCompared}
          at={at}
        />
      ) : null}
      {pointed && at !== undefined ? (
        <TrendTold step={pointed} share={(at + 0.5) / steps.length} isCompared={isCompared} />
      ) : null}
    </div>
  );
}
