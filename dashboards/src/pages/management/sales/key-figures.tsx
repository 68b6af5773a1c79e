import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Cell, Cellset } from "../../../cube/cellset.ts";
import styles from "./key-figures.module.css";
import { KEY_FIGURES } from "./sales-questions.ts";

export interface KeyFiguresProps {
  readonly cellset: Cellset;
  /** The comparison with the year before; undefined over all time or until it has come. */
  readonly lastYear: Cellset | undefined;
}

/** One strip, no boxes: the figures are read against each other. */
export function KeyFigures({ cellset, lastYear }: KeyFiguresProps) {
  const { t } = useTranslation();
  const change = (from: Cellset | undefined, measure: string): Cell | undefined => {
    const whole = from?.rows[0];
    return whole && from.cell(whole, measure, "COMPARISON_PCT");
  };
  const whole = cellset.rows[0];
  return (
    <dl className={styles["strip"]}>
      {KEY_FIGURES.map((measure) => (
        <div key={measure} className={styles["figure"]}>
          <dt className={styles["name"]}>
            <Name measure={measure} />
          </dt>
          <dd className={styles["value"]} data-measure={measure}>
            {(whole && cellset.cell(whole, measure)?.formatted) ?? "–"}
          </dd>
          <Change label={t("sales.previousPeriod")} cell={change(cellset, measure)} />
          <Change label={t("sales.lastYear")} cell={change(lastYear, measure)} />
        </div>
      ))}
    </dl>
  );
}

function Name({ measure }: { readonly measure: (typeof KEY_FIGURES)[number] }) {
  const { t } = useTranslation();
  const name = t(`sales.${measure}`);
  if (measure !== "winRate") return name;
  return (
    <Tooltip title={t("sales.winRateHow")}>
      <span tabIndex={0} className={styles["explained"]}>
        {name}
      </span>
    </Tooltip>
  );
}

/** No colour: whether more is better is the reader's judgement. Without a base there is a dash. */
function Change({ label, cell }: { readonly label: string; readonly cell: Cell | undefined }) {
  if (!cell) return null;
  const hasBase = cell.value !== null;
  const isLess = cell.value?.startsWith("-") ?? false;
  return (
    <dd className={styles["change"]}>
      {label} {hasBase ? <span aria-hidden="true">{isLess ? "▼" : "▲"} </span> : null}
      {cell.formatted}
    </dd>
  );
}
