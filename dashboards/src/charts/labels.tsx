import { textWidth } from "../lib/text-width.ts";
import styles from "./labels.module.css";
import { everyNth, placeLabels, within, type Label } from "./place-labels.ts";

const FONT_SIZE = 11;
const ABOVE = 6;

/** The figure of a mark, above it. */
export interface MarkLabel {
  readonly x: number;
  /** Null: there is no mark. */
  readonly y: number | null;
  readonly text: string;
}

export interface MarkLabelsProps {
  readonly marks: readonly MarkLabel[];
  readonly width: number;
}

/** The highest, the newest and the first figure, and of the others those that find room. */
export function MarkLabels({ marks, width }: MarkLabelsProps) {
  const labels = marks.map(({ x, y, text }) => labelOf(x, y === null ? "" : text));
  const highest = marks.reduce(
    (best, { y }, index) => ((y ?? Infinity) < (marks[best]?.y ?? Infinity) ? index : best),
    0,
  );
  const drawn = placeLabels(labels, width, [highest, marks.length - 1, 0]);
  return marks.map(({ x, y, text }, index) =>
    drawn.has(index) && y !== null && labels[index] ? (
      <text key={x} className={styles["figure"]} x={within(labels[index], width)} y={y - ABOVE}>
        {text}
      </text>
    ) : null,
  );
}

export interface StepNamesProps {
  readonly names: readonly string[];
  /** Pixels from one to the next. */
  readonly step: number;
  readonly y: number;
}

/** What stands below an axis of steps: every name, or every second, third … where there is less room. */
export function StepNames({ names, step, y }: StepNamesProps) {
  const labels = names.map((name, index) => labelOf((index + 0.5) * step, name));
  const drawn = everyNth(labels, step);
  return labels.map((label, index) =>
    drawn.has(index) ? (
      <text
        key={names[index]}
        className={styles["name"]}
        x={within(label, step * names.length)}
        y={y}
      >
        {names[index]}
      </text>
    ) : null,
  );
}

const labelOf = (centre: number, text: string): Label => ({
  centre,
  width: textWidth(text, FONT_SIZE),
});
