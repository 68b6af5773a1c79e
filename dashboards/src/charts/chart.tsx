import type { EChartsCoreOption } from "echarts/core";
import { useEffect, useRef } from "react";
import { drawInto, type EChartsType } from "./echarts.ts";

export interface ChartProps {
  readonly option: EChartsCoreOption;
  /** Pixels. */
  readonly height: number;
  /** What the picture shows, in a sentence; the figures themselves are in the table twin. */
  readonly label: string;
  /** The name of the category clicked. */
  readonly onPick?: (name: string) => void;
}

/** A picture that fits its place. Redrawn in place when the data, language or theme change. */
export function Chart({ option, height, label, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const drawn = drawInto(element);
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption({ ...option, animationDuration: 200 }, { notMerge: true });
  }, [option]);
  useEffect(() => {
    const drawn = chart.current;
    if (!drawn || !onPick) return;
    const pick = (event: { name?: string }) => {
      if (event.name) onPick(event.name);
    };
    drawn.on("click", pick);
    return () => void drawn.off("click", pick);
  }, [onPick]);
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}
