import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Freshness } from "../../../cube/cellset.ts";
import { FreshnessStamp } from "../../../parts/freshness-stamp.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { PeriodFilter } from "../../../parts/period-filter.tsx";
import type { Cube } from "./axis-item.ts";
import { withoutComparison } from "./measure-choice.ts";
import { COMPARISONS, emptyView, type Comparison, type PivotView } from "./pivot-view.ts";

export interface PivotHeadProps {
  readonly cubes: readonly Cube[];
  readonly cube: Cube;
  readonly view: PivotView;
  readonly freshness: Freshness | undefined;
  readonly onChange: (part: Partial<PivotView>) => void;
}

/** What the page is about: the subject, the time, and what that is compared with. */
export function PivotHead({ cubes, cube, view, freshness, onChange }: PivotHeadProps) {
  const { t } = useTranslation();
  const dates = cube.dimensions.filter(({ kind }) => kind === "TIME");
  const alone = { compare: undefined, measures: view.measures.map(withoutComparison) };
  return (
    <PageHead
      title={t("pivot.title")}
      note={freshness ? <FreshnessStamp freshness={freshness} /> : null}
    >
      <Select
        aria-label={t("pivot.cube")}
        value={cube.name}
        options={cubes.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(name: string) => onChange(emptyView(name))}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label={t("pivot.date")}
        value={view.dateOf ?? dates[0]?.name ?? null}
        options={dates.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(name: string) => onChange({ dateOf: name })}
        popupMatchSelectWidth={false}
      />
      <PeriodFilter
        period={view.period}
        onChange={(period) => onChange({ period, ...(period.kind === "all" ? alone : {}) })}
      />
      {view.period.kind === "all" ? null : (
        <Select<Comparison | "none">
          aria-label={t("pivot.compare.title")}
          value={view.compare ?? "none"}
          options={(["none", ...COMPARISONS] as const).map((value) => ({
            value,
            label: t(`pivot.compare.${value}`),
          }))}
          onChange={(value) => onChange(value === "none" ? alone : { compare: value })}
          popupMatchSelectWidth={false}
        />
      )}
    </PageHead>
  );
}
