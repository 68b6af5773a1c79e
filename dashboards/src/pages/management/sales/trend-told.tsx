import { useTranslation } from "react-i18next";
import styles from "./trend-chart.module.css";
import type { TrendStep } from "./trend-steps.ts";

export interface TrendToldProps {
  readonly step: TrendStep;
  /** How far along the picture it stands, 0 to 1. */
  readonly share: number;
  readonly isCompared: boolean;
}

/** Every figure of one step, beside the pointer; for the eye only, the table has the same for all. */
export function TrendTold({ step, share, isCompared }: TrendToldProps) {
  const { t } = useTranslation();
  const { name, isPartial, amount, lastYear, rate } = step;
  const figures = [
    [t("sales.wonAmount"), amount.formatted],
    ...(isCompared ? [[t("sales.wonLastYear"), lastYear.formatted]] : []),
    [t("sales.winRate"), rate.formatted],
  ];
  // On whichever side there is more room.
  const side =
    share < 0.5
      ? { left: `calc(${share * 100}% + 16px)` }
      : { right: `calc(${(1 - share) * 100}% + 16px)` };
  return (
    <div aria-hidden="true" className={styles["told"]} style={side}>
      <p>{isPartial ? t("sales.toDate", { name }) : name}</p>
      <dl>
        {figures.map(([title, formatted]) => (
          <Figure key={title} title={title} formatted={formatted} />
        ))}
      </dl>
    </div>
  );
}

function Figure({ title, formatted }: Readonly<Record<"title" | "formatted", string | undefined>>) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{formatted || "–"}</dd>
    </>
  );
}
