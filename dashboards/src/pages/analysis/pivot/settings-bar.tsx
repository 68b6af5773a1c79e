import { useTranslation } from "react-i18next";
import { hasTop, itemName, itemTitle, type Cube } from "./axis-item.ts";
import { MeasurePanel } from "./measure-panel.tsx";
import type { PivotView } from "./pivot-view.ts";
import styles from "./settings.module.css";
import { TopPanel } from "./top-panel.tsx";
import { TotalsPanel } from "./totals-panel.tsx";

export interface SettingsBarProps {
  readonly cube: Cube;
  readonly view: PivotView;
  readonly onChange: (part: Partial<PivotView>) => void;
}

/** How what was chosen is shown: forms of figures, the first few of a level, totals. */
export function SettingsBar({ cube, view, onChange }: SettingsBarProps) {
  const { t } = useTranslation();
  const { measures, rows, tops } = view;
  const ranked = rows.filter((item) => hasTop(cube, item));
  return (
    <div className={styles["bar"]}>
      {measures.length > 0 ? <span className={styles["name"]}>{t("pivot.showAs")}</span> : null}
      {measures.map((choice, place) => (
        <MeasurePanel
          key={choice.measure}
          title={cube.measures.find(({ name }) => name === choice.measure)?.title ?? choice.measure}
          choice={choice}
          compares={view.compare !== undefined}
          onChange={(changed) => onChange({ measures: measures.with(place, changed) })}
        />
      ))}
      {ranked.length > 0 ? <span className={styles["name"]}>{t("pivot.rows")}</span> : null}
      {ranked.map((level) => {
        const isOwn = (top: PivotView["tops"][number]) => itemName(top.level) === itemName(level);
        return (
          <TopPanel
            key={itemName(level)}
            title={itemTitle(cube, level)}
            cube={cube}
            level={level}
            measure={measures[0]?.measure ?? cube.measures[0]?.name ?? ""}
            top={tops.find(isOwn)}
            onChange={(top) =>
              onChange({ tops: [...tops.filter((each) => !isOwn(each)), ...(top ? [top] : [])] })
            }
          />
        );
      })}
      <TotalsPanel view={view} onChange={onChange} />
    </div>
  );
}
