import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../charts/chart.tsx";
import { memberOf, type Cellset, type Position } from "../../../cube/cellset.ts";
import type { CubeQueryInput } from "../../../gql/graphql.ts";
import { paletteOf, useShade } from "../../../theme/appearance.ts";
import type { Step } from "./comparisons.ts";
import { useDrill } from "./drilling.tsx";
import { trendOption } from "./trend-option.ts";

export interface TrendChartProps {
  readonly cellset: Cellset;
  readonly question: CubeQueryInput;
  readonly steps: readonly Position[];
  readonly step: Step;
  readonly height: number;
}

export default function TrendChart({ cellset, question, steps, step, height }: TrendChartProps) {
  const { t } = useTranslation();
  const shade = useShade();
  const drill = useDrill();
  const isCompared = question.time?.compareTo !== undefined;
  const option = useMemo(
    () =>
      trendOption(cellset, steps, paletteOf(shade), {
        amounts: t(isCompared ? "sales.amountsCompared" : "sales.wonAmount"),
        wonAmount: t("sales.wonAmount"),
        winRate: t("sales.winRate"),
        lastYear: isCompared ? t("sales.wonLastYear") : undefined,
        toDate: (name) => t("sales.toDate", { name }),
      }),
    [cellset, steps, shade, isCompared, t],
  );
  const open = useCallback(
    (name: string) => {
      const row = steps.find((each) => memberOf(each)?.caption === name);
      if (!row || cellset.cell(row, "wonAmount")?.value == null) return;
      const measureTitle = t("sales.wonAmount");
      drill({ question, cellset, row, measure: "wonAmount", measureTitle, title: name });
    },
    [cellset, question, steps, drill, t],
  );
  const label = t("sales.chartSummary", {
    title: t(`sales.trends.${step}`),
    count: steps.length,
  });
  return <Chart option={option} height={height} label={label} onPick={open} />;
}
