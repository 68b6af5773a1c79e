import { FONT } from "../theme/antd-theme.ts";

const PADDING = 24;
/** Pixels. */
export interface WidthLimits {
  readonly least: number;
  readonly most: number;
}

let context: CanvasRenderingContext2D | null | undefined;

/** Pixels that the widest of the texts takes in a cell, between the limits. */
export function cellWidth(texts: Iterable<string>, limits: WidthLimits): number {
  context ??= document.createElement("canvas").getContext("2d");
  let widest = 0;
  if (context) {
    // Totals are bold: measured in bold, no figure is ever cut.
    context.font = `600 14px ${FONT}`;
    for (const text of texts) widest = Math.max(widest, context.measureText(text).width);
  }
  return Math.min(limits.most, Math.max(limits.least, Math.ceil(widest) + PADDING));
}
