import type { EChartsCoreOption } from "echarts/core";
import { memberOf, type Cellset, type Position } from "../../../cube/cellset.ts";
import type { ShowAs } from "../../../gql/graphql.ts";
import { FONT } from "../../../theme/antd-theme.ts";
import type { Palette } from "../../../theme/palette.ts";
import { SHORT_WON_AMOUNT } from "./sales-questions.ts";

export interface TrendTexts {
  /** What the columns are, and the dashed line where there is one. */
  readonly amounts: string;
  readonly wonAmount: string;
  readonly winRate: string;
  /** Undefined where nothing is compared with. */
  readonly lastYear: string | undefined;
  /** How a step is named that is still running or cut off. */
  readonly toDate: (name: string) => string;
}

/**
 * Two pictures on one axis of time: columns for the amount, with that of last year as a dashed line,
 * and a line for the rate. No value axes: every mark carries its figure, in the server's words, as far
 * as there is room. A step that is not whole has a dashed outline, so that nobody takes it for a fall.
 */
export function trendOption(
  cellset: Cellset,
  steps: readonly Position[],
  palette: Palette,
  texts: TrendTexts,
): EChartsCoreOption {
  const names = steps.map((step) => memberOf(step)?.caption ?? "");
  const isPartial = steps.map((step) => memberOf(step)?.partial ?? false);
  const nameOf = (index: number) => {
    const name = names[index] ?? "";
    return isPartial[index] ? texts.toDate(name) : name;
  };
  const formatted = (measure: string, index: number, show?: ShowAs) => {
    const step = steps[index];
    return (step && cellset.cell(step, measure, show)?.formatted) ?? "";
  };
  const numbers = (measure: string, show?: ShowAs) =>
    steps.map((step) => {
      const value = cellset.cell(step, measure, show)?.value;
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
  const { lastYear } = texts;
  const plain = { color: palette.data1, borderRadius: [3, 3, 0, 0] };
  const running = {
    ...plain,
    color: palette.data1Soft,
    borderColor: palette.data1,
    borderType: "dashed",
  };
  return {
    textStyle: { fontFamily: FONT },
    title: [heading(texts.amounts, 0), heading(texts.winRate, 184)],
    grid: [
      { left: 0, right: 0, top: 36, height: 132 },
      { left: 0, right: 0, top: 228, height: 40 },
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
          nameOf(index),
          `${texts.wonAmount}  ${formatted("wonAmount", index)}`,
          ...(lastYear
            ? [`${lastYear}  ${formatted("wonAmount", index, "COMPARISON_VALUE")}`]
            : []),
          `${texts.winRate}  ${formatted("winRate", index)}`,
        ].join("\n");
      },
    },
    series: [
      {
        name: texts.wonAmount,
        type: "bar",
        data: numbers("wonAmount").map((value, index) => ({
          value,
          itemStyle: isPartial[index] ? running : plain,
        })),
        barMaxWidth: 48,
        barCategoryGap: "28%",
        label: label(SHORT_WON_AMOUNT),
      },
      ...(lastYear
        ? [
            {
              name: lastYear,
              type: "line",
              data: numbers("wonAmount", "COMPARISON_VALUE"),
              symbol: "none",
              lineStyle: { color: palette.textSecondary, width: 1.5, type: "dashed" },
              silent: true,
            },
          ]
        : []),
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
      },
    ],
  };
}
