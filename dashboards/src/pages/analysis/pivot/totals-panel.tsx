import { Checkbox, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { PanelButton } from "../../../parts/panel-button.tsx";
import { TOTALS, type PivotView } from "./pivot-view.ts";
import styles from "./settings.module.css";

export interface TotalsPanelProps {
  readonly view: PivotView;
  readonly onChange: (part: Partial<PivotView>) => void;
}

/** Which totals are shown, and on which side of their parts. */
export function TotalsPanel({ view, onChange }: TotalsPanelProps) {
  const { t } = useTranslation();
  const { totals, totalsAt } = view;
  return (
    <PanelButton label={t("pivot.totals.title")}>
      {TOTALS.map((total) => (
        <Checkbox
          key={total}
          checked={totals.includes(total)}
          onChange={({ target }) => {
            const others = totals.filter((each) => each !== total);
            onChange({ totals: target.checked ? [...others, total] : others });
          }}
        >
          {t(`pivot.totals.${total}`)}
        </Checkbox>
      ))}
      <span className={styles["caption"]}>{t("pivot.totals.at")}</span>
      <Radio.Group
        aria-label={t("pivot.totals.at")}
        value={totalsAt}
        onChange={({ target }) => onChange({ totalsAt: target.value as PivotView["totalsAt"] })}
        options={[
          { value: "BEFORE", label: t("pivot.totals.before") },
          { value: "AFTER", label: t("pivot.totals.after") },
        ]}
      />
    </PanelButton>
  );
}
