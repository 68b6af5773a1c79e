import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Cell, Cellset } from "../../../cube/cellset.ts";
import type { CubeQueryInput } from "../../../gql/graphql.ts";
import { useDrill } from "./drilling.tsx";
import styles from "./key-figures.module.css";
import { KEY_FIGURES } from "./sales-questions.ts";

export interface KeyFiguresProps {
  readonly cellset: Cellset;
  readonly question: CubeQueryInput;
  /** What the figures are compared with; the answer may still be on its way. */
  readonly changes: readonly { readonly label: string; readonly from: Cellset | undefined }[];
}

/** One strip, no boxes: the figures are read against each other. */
export function KeyFigures({ cellset, question, changes }: KeyFiguresProps) {
  const { t } = useTranslation();
  const drill = useDrill();
  const row = cellset.rows[0];
  return (
    <dl className={styles["strip"]}>
      {KEY_FIGURES.map((measure) => {
        const cell = row && cellset.cell(row, measure);
        const measureTitle = t(`sales.${measure}`);
        const at = row && {
          question,
          cellset,
          row,
          measure,
          measureTitle,
          title: t("sales.keyFigures"),
        };
        return (
          <div key={measure} className={styles["figure"]}>
            <dt className={styles["name"]}>
              <Name measure={measure} />
            </dt>
            <dd className={styles["value"]} data-measure={measure}>
              {at && cell?.value != null ? (
                <button type="button" className={styles["open"]} onClick={() => drill(at)}>
                  {cell.formatted}
                </button>
              ) : (
                (cell?.formatted ?? "–")
              )}
            </dd>
            {changes.map(({ label, from }) => {
              const base = from?.rows[0];
              const change = base && from.cell(base, measure, "COMPARISON_PCT");
              return <Change key={label} label={label} cell={change} />;
            })}
          </div>
        );
      })}
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
  const hasBase = cell !== undefined && cell.value !== null;
  const isLess = cell?.value?.startsWith("-") ?? false;
  return (
    <dd className={styles["change"]}>
      {label} {hasBase ? <span aria-hidden="true">{isLess ? "▼" : "▲"} </span> : null}
      {cell?.formatted ?? "–"}
    </dd>
  );
}
