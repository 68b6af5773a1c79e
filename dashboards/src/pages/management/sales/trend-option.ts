import type { EChartsCoreOption } from "echarts/core";
import type { Cellset, Position } from "../../../cube/cellset.ts";
import { memberOf } from "../../../cube/cellset.ts";
import { FONT } from "../../../theme/antd-theme.ts";
import type { Palette } from "../../../theme/palette.ts";
import { SHORT_WON_AMOUNT } from "./sales-questions.ts";

export interface TrendTexts {
  readonly wonAmount: string;
  readonly winRate: string;
}

/**
 * Two pictures on one axis of months: columns for the amount, a line for the rate. No value axes:
 * every mark carries its figure, in the server's words, as far as there is room.
 */
export function trendOption(
  cellset: Cellset,
  months: readonly Position[],
  palette: Palette,
  texts: TrendTexts,
): EChartsCoreOption {
  const names = months.map((month) => memberOf(month)?.caption ?? "");
  const formatted = (measure: string, index: number) => {
    const month = months[index];
    return (month && cellset.cell(month, measure)?.formatted) ?? "";
  };
  const numbers = (measure: string) =>
    months.map((month) => {
      const value = cellset.cell(month, measure)?.value;
      return value === null || value === undefined ? null : Number(value);
    });
  const label = (measure: string) => ({
    show: true,
    position: "top",
    color: palette.textSecondary,
    fontSize: 11,
    // A halo, so that a line passing behind does not cut the digits.
    textBorderColor: palette.surface,
    textBorderWidth: 3,
    formatter: ({ dataIndex }: { dataIndex: number }) => formatted(measure, dataIndex),
  });
  const axis = (gridIndex: number, labels: boolean) => ({
    type: "category",
    gridIndex,
    data: names,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.lineStrong } },
    axisLabel: {
      show: labels,
      color: palette.textSecondary,
      fontSize: 11,
      interval: 0,
      hideOverlap: true,
    },
  });
  const heading = (text: string, top: number) => ({
    text,
    top,
    left: 0,
    padding: 0,
    textStyle: { color: palette.textSecondary, fontSize: 12, fontWeight: "normal" },
  });
  return {
    textStyle: { fontFamily: FONT },
    title: [heading(texts.wonAmount, 0), heading(texts.winRate, 176)],
    grid: [
      { left: 0, right: 0, top: 32, height: 128 },
      { left: 0, right: 0, top: 220, height: 40 },
    ],
    xAxis: [axis(0, false), axis(1, true)],
    yAxis: [0, 1].map((gridIndex) => ({
      type: "value",
      gridIndex,
      show: false,
      // The line may start above zero, a column never.
      scale: gridIndex === 1,
    })),
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      backgroundColor: palette.surface,
      borderColor: palette.lineStrong,
      textStyle: { color: palette.text, fontSize: 12 },
      axisPointer: { type: "shadow", shadowStyle: { color: palette.data1, opacity: 0.08 } },
      formatter: (points: readonly { dataIndex: number }[]) => {
        const index = points[0]?.dataIndex ?? 0;
        return [
          names[index],
          `${texts.wonAmount}  ${formatted("wonAmount", index)}`,
          `${texts.winRate}  ${formatted("winRate", index)}`,
        ].join("\n");
      },
    },
    series: [
      {
        name: texts.wonAmount,
        type: "bar",
        data: numbers("wonAmount"),
        barMaxWidth: 48,
        barCategoryGap: "28%",
        itemStyle: { color: palette.data1, borderRadius: [3, 3, 0, 0] },
        label: label(SHORT_WON_AMOUNT),
        labelLayout: { hideOverlap: true },
      },
      {
        name: texts.winRate,
        type: "line",
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: numbers("winRate"),
        symbol: "circle",
        symbolSize: 6,
        lineStyle: { color: palette.data2, width: 2 },
        itemStyle: { color: palette.data2 },
        label: label("winRate"),
        labelLayout: { hideOverlap: true },
      },
    ],
  };
}
