import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

/** Only what the charts draw with; everything else of the library stays out of the bundle. */
use([BarChart, LineChart, GridComponent, TitleComponent, TooltipComponent, SVGRenderer]);

export type { EChartsType };

/** SVG: its text is text, sharp at every scale, and can be read by tests. */
export function drawInto(element: HTMLElement): EChartsType {
  return init(element, null, { renderer: "svg" });
}
