import { textWidth } from "../lib/text-width.ts";

const PADDING = 24;
/** Pixels. */
export interface WidthLimits {
  readonly least: number;
  readonly most: number;
}

/** Pixels that the widest of the texts takes in a cell, between the limits. */
export function cellWidth(texts: readonly string[], limits: WidthLimits): number {
  const widest = texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
  return Math.min(limits.most, Math.max(limits.least, Math.ceil(widest) + PADDING));
}
