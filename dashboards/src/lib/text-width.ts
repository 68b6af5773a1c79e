import { FONT } from "../theme/antd-theme.ts";

/** The size in which characters are measured; texts of another size are wider or narrower alike. */
const SIZE = 14;
const DIGITS: readonly string[] = Array.from("0123456789");
const known = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/**
 * Pixels of a text, no less than it takes: the sum of its characters, each measured once, since half
 * a million figures measured whole would hold the page up. Figures are drawn in even digits, so
 * every digit counts as the widest.
 */
export function textWidth(text: string, size = SIZE): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return (width * size) / SIZE;
}

function characterWidth(character: string): number {
  const before = known.get(character);
  if (before !== undefined) return before;
  context ??= document.createElement("canvas").getContext("2d");
  // Totals are bold: measured in bold, no figure is ever cut.
  if (context) context.font = `600 ${SIZE}px ${FONT}`;
  const alike = DIGITS.includes(character) ? DIGITS : [character];
  const width = Math.max(...alike.map((each) => context?.measureText(each).width ?? 0));
  known.set(character, width);
  return width;
}
