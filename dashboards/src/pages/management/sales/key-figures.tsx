import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Cellset } from "../../../cube/cellset.ts";
import styles from "./key-figures.module.css";
import { KEY_FIGURES } from "./sales-questions.ts";

/** One strip, no boxes: the figures are read against each other. */
export function KeyFigures({ cellset }: { readonly cellset: Cellset }) {
  const { t } = useTranslation();
  const whole = cellset.rows[0];
  return (
    <dl className={styles["strip"]}>
      {KEY_FIGURES.map((measure) => (
        <div key={measure} className={styles["figure"]}>
          <dt className={styles["name"]}>
            {measure === "winRate" ? (
              <Tooltip title={t("sales.winRateHow")}>
                <span tabIndex={0} className={styles["explained"]}>
                  {t(`sales.${measure}`)}
                </span>
              </Tooltip>
            ) : (
              t(`sales.${measure}`)
            )}
          </dt>
          <dd className={styles["value"]} data-measure={measure}>
            {(whole && cellset.cell(whole, measure)?.formatted) ?? "–"}
          </dd>
        </div>
      ))}
    </dl>
  );
}
