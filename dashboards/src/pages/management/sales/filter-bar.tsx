import { useTranslation } from "react-i18next";
import { MemberPicker } from "../../../parts/member-picker.tsx";
import { PeriodFilter } from "../../../parts/period-filter.tsx";
import styles from "./filter-bar.module.css";
import { PickedTags, type NamedPicks } from "./picked-tags.tsx";
import { PICK_NAMES, PICKS, repick, type PickName, type SalesView } from "./sales-view.ts";

export interface FilterBarProps {
  readonly view: SalesView;
  readonly named: NamedPicks;
  readonly change: (part: Partial<SalesView>) => void;
}

/** What holds for every card of the page. */
export function FilterBar({ view, named, change }: FilterBarProps) {
  const { t } = useTranslation();
  const pick = (name: PickName, keys: readonly string[]) =>
    change({ picked: repick(view.picked, name, keys) });
  return (
    <section aria-label={t("filters.title")} className={styles["bar"]}>
      <div className={styles["pickers"]}>
        <PeriodFilter
          label={t("period.label")}
          period={view.period}
          onChange={(period) => change({ period })}
        />
        {PICK_NAMES.map((name) => (
          <MemberPicker
            key={name}
            label={t(`sales.${name}`)}
            cube="opportunities"
            level={PICKS[name]}
            picked={named[name] ?? []}
            onPick={(keys) => pick(name, keys)}
          />
        ))}
      </div>
      <PickedTags named={named} onPick={pick} onClear={() => change({ picked: {} })} />
    </section>
  );
}
