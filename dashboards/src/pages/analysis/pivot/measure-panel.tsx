import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { ShowAs } from "../../../gql/graphql.ts";
import { PanelButton } from "../../../parts/panel-button.tsx";
import {
  COMPARED_SHOWS,
  isCompared,
  orderedShows,
  PLAIN_SHOWS,
  writeMeasure,
  type MeasureChoice,
} from "./measure-choice.ts";
import styles from "./settings.module.css";

export interface MeasurePanelProps {
  readonly title: string;
  readonly choice: MeasureChoice;
  /** Whether there is another range to compare with. */
  readonly compares: boolean;
  readonly onChange: (choice: MeasureChoice) => void;
}

/** In which forms a figure is shown; each is a column of its own. */
export function MeasurePanel({ title, choice, compares, onChange }: MeasurePanelProps) {
  const { t } = useTranslation();
  const box = (show: ShowAs) => (
    <Checkbox
      key={show}
      checked={choice.shows.includes(show)}
      disabled={isCompared(show) && !compares}
      onChange={({ target }) => {
        const others = choice.shows.filter((each) => each !== show);
        onChange({ ...choice, shows: orderedShows(target.checked ? [...others, show] : others) });
      }}
    >
      {t(`pivot.shows.${show}`)}
    </Checkbox>
  );
  return (
    <PanelButton label={title} isSet={writeMeasure(choice) !== choice.measure}>
      <span className={styles["caption"]}>{t("pivot.showAs")}</span>
      {PLAIN_SHOWS.map(box)}
      <span className={styles["caption"]}>
        {compares ? t("pivot.compared") : t("pivot.comparedHint")}
      </span>
      {COMPARED_SHOWS.map(box)}
    </PanelButton>
  );
}
