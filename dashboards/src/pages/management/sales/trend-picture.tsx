import { MarkLabels, StepNames } from "../../../charts/labels.tsx";
import { linePath } from "../../../charts/line-path.ts";
import { scale } from "../../../charts/scale.ts";
import styles from "./trend-chart.module.css";
import type { TrendStep } from "./trend-steps.ts";

const WIDEST_COLUMN = 48;
const AMOUNTS = { top: 40, height: 128 };
const AMOUNTS_BOTTOM = AMOUNTS.top + AMOUNTS.height;
const RATES = { top: 228, height: 32 };
const BOTTOM = 268;
export const TREND_HEIGHT = 296;

export interface TrendPictureProps {
  readonly steps: readonly TrendStep[];
  /** Pixels. */
  readonly width: number;
  readonly label: string;
  readonly amounts: string;
  readonly rates: string;
  readonly isCompared: boolean;
  /** The step under the pointer. */
  readonly at: number | undefined;
}

/**
 * Two pictures on one axis of time: columns for the amount, with that of last year as a dashed line, and
 * a line for the rate. No value axes: marks carry their figures, in the server's words, as far as there is
 * room. A step that is not whole has a dashed outline, so that nobody takes it for a fall.
 */
export function TrendPicture(props: TrendPictureProps) {
  const { steps, width, label, amounts, rates, isCompared, at } = props;
  const step = width / steps.length;
  const column = Math.min(WIDEST_COLUMN, step * 0.72);
  const lastYear = isCompared ? steps.map((each) => each.lastYear.height) : [];
  // A column starts at zero, a line need not.
  const amountAt = scale(AMOUNTS, [...steps.map(({ amount }) => amount.height), ...lastYear], 0);
  const rateAt = scale(
    RATES,
    steps.map(({ rate }) => rate.height),
  );
  const marks = steps.map(({ name, isPartial, amount, rate }, index) => ({
    name,
    isPartial,
    x: (index + 0.5) * step,
    amount: { y: amountAt(amount.height), text: amount.short },
    rate: { y: rateAt(rate.height), text: rate.formatted },
  }));
  const lastYearPath = linePath(
    lastYear.map((each, index) => ({ x: (index + 0.5) * step, y: amountAt(each) })),
  );
  return (
    <svg role="img" aria-label={label} width={width} height={TREND_HEIGHT}>
      <text className={styles["heading"]} y={12}>
        {amounts}
      </text>
      <text className={styles["heading"]} y={196}>
        {rates}
      </text>
      {at === undefined ? null : (
        <rect className={styles["at"]} x={at * step} y={20} width={step} height={BOTTOM - 20} />
      )}
      {marks.map(({ name, isPartial, x, amount: { y } }) =>
        y === null ? null : (
          <path
            key={name}
            className={styles[isPartial ? "running" : "column"]}
            d={columnPath(x - column / 2, y, column)}
          />
        ),
      )}
      <path className={styles["axis"]} d={`M0 ${AMOUNTS_BOTTOM + 0.5}H${width}`} />
      <path className={styles["axis"]} d={`M0 ${BOTTOM + 0.5}H${width}`} />
      <path className={styles["halo"]} d={lastYearPath} />
      <path className={styles["lastYear"]} d={lastYearPath} />
      <path
        className={styles["rate"]}
        d={linePath(marks.map(({ x, rate: { y } }) => ({ x, y })))}
      />
      {marks.map(({ name, x, rate: { y } }) =>
        y === null ? null : <circle key={name} className={styles["dot"]} cx={x} cy={y} r={3} />,
      )}
      <MarkLabels width={width} marks={marks.map(({ x, amount }) => ({ x, ...amount }))} />
      <MarkLabels width={width} marks={marks.map(({ x, rate }) => ({ x, ...rate }))} />
      <StepNames names={steps.map(({ name }) => name)} step={step} y={BOTTOM + 18} />
    </svg>
  );
}

/** From the axis up, its upper corners rounded as far as it is high. */
function columnPath(left: number, top: number, width: number): string {
  const round = Math.min(3, AMOUNTS_BOTTOM - top, width / 2);
  return [
    `M${left} ${AMOUNTS_BOTTOM}`,
    `V${top + round}`,
    `q0 ${-round} ${round} ${-round}`,
    `h${width - 2 * round}`,
    `q${round} 0 ${round} ${round}`,
    `V${AMOUNTS_BOTTOM}`,
    "Z",
  ].join("");
}
