import { useTranslation } from "react-i18next";
import type { BarFigure } from "../../../parts/bar-table.tsx";
import styles from "./funnel-chart.module.css";

export interface FunnelStage {
  readonly name: string;
  readonly title: string;
  readonly count: BarFigure;
  /** Of those of the stage before; undefined for the first. */
  readonly rate: BarFigure | undefined;
  readonly amount: BarFigure;
  /** 0 to 1 of the widest. */
  readonly length: number;
}

export interface FunnelChartProps {
  readonly label: string;
  readonly stages: readonly FunnelStage[];
}

/** Stages below each other, as wide as they are many, with what came through in between. */
export function FunnelChart({ label, stages }: FunnelChartProps) {
  const { t } = useTranslation();
  return (
    <ol className={styles["funnel"]} aria-label={label}>
      {stages.map(({ name, title, count, rate, amount, length }) => (
        <li key={name} data-stage={name}>
          {rate ? (
            <p className={styles["through"]}>
              <span aria-hidden="true">↓</span>
              <span className="visually-hidden">{t("sales.stageRate")}</span>
              <Figure figure={rate} />
            </p>
          ) : null}
          <div className={styles["stage"]}>
            <span className={styles["title"]}>{title}</span>
            <span className={styles["middle"]}>
              <span
                aria-hidden="true"
                className={styles["bar"]}
                style={{ width: `${length * 100}%` }}
                onClick={count.onOpen}
              />
              <span className={styles["count"]}>
                <Figure figure={count} />
              </span>
            </span>
            <span className={styles["amount"]}>
              <Figure figure={amount} />
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Figure({ figure: { formatted, onOpen } }: { readonly figure: BarFigure }) {
  if (!onOpen) return formatted;
  return (
    <button type="button" className={styles["figure"]} onClick={onOpen}>
      {formatted}
    </button>
  );
}
