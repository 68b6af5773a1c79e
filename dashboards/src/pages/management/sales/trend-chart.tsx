import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../charts/chart.tsx";
import type { Cellset, Position } from "../../../cube/cellset.ts";
import { paletteOf, useShade } from "../../../theme/appearance.ts";
import { trendOption } from "./trend-option.ts";

export interface TrendChartProps {
  readonly cellset: Cellset;
  readonly months: readonly Position[];
  readonly height: number;
}

export default function TrendChart({ cellset, months, height }: TrendChartProps) {
  const { t } = useTranslation();
  const shade = useShade();
  const option = useMemo(
    () =>
      trendOption(cellset, months, paletteOf(shade), {
        wonAmount: t("sales.wonAmount"),
        winRate: t("sales.winRate"),
      }),
    [cellset, months, shade, t],
  );
  const label = t("sales.chartSummary", { title: t("sales.trend"), count: months.length });
  return <Chart option={option} height={height} label={label} />;
}
