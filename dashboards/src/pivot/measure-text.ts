import { FONT } from "../theme/antd-theme.ts";

const PADDING = 24;
/** Pixels. */
export interface WidthLimits {
  readonly least: number;
  readonly most: number;
}

/**
 * Pixels of a text, no less than it takes: the sum of its characters, each measured once, since half
 * a million figures measured whole would hold the page up. Figures are drawn in even digits, so
 * every digit counts as the widest.
 */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

const DIGITS: readonly string[] = Array.from("0123456789");
const known = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

function characterWidth(character: string): number {
  const before = known.get(character);
  if (before !== undefined) return before;
  context ??= document.createElement("canvas").getContext("2d");
  // Totals are bold: measured in bold, no figure is ever cut.
  if (context) context.font = `600 14px ${FONT}`;
  const alike = DIGITS.includes(character) ? DIGITS : [character];
  const width = Math.max(...alike.map((each) => context?.measureText(each).width ?? 0));
  known.set(character, width);
  return width;
}

/** Pixels that the widest of the texts takes in a cell, between the limits. */
export function cellWidth(texts: readonly string[], limits: WidthLimits): number {
  const widest = texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
  return Math.min(limits.most, Math.max(limits.least, Math.ceil(widest) + PADDING));
}
