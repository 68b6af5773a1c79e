import { Select } from "antd";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CubeCatalogueDocument, CubeMatrixDocument } from "../../../gql/graphql.ts";
import { Problem } from "../../../lib/problem.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Answered } from "../../../parts/answered.tsx";
import { FreshnessStamp } from "../../../parts/freshness-stamp.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { PeriodFilter } from "../../../parts/period-filter.tsx";
import { ProblemMessage } from "../../../parts/problem-message.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { FieldBar } from "./field-bar.tsx";
import type { Cube } from "./level-name.ts";
import { PivotAnswer } from "./pivot-answer.tsx";
import { pivotQuestion } from "./pivot-question.ts";
import { PIVOT_VIEW, type PivotView } from "./pivot-view.ts";

/** Any question to any cube, put together by its reader. */
export default function PivotPage() {
  const catalogue = useAnswer(CubeCatalogueDocument, {});
  const { view, unread, change } = useViewState(PIVOT_VIEW);
  return (
    <Answered query={catalogue} skeleton={<Skeleton lines={10} height={28} />}>
      {({ cubes }) => {
        const cube = cubes.find(({ name }) => name === view.cube) ?? cubes[0];
        if (!cube) return <ProblemMessage problem={new Problem("FORBIDDEN", "")} />;
        const missing = cube.name === view.cube ? [] : [view.cube];
        return (
          <>
            <UnreadNotice texts={[...missing, ...unread]} />
            <Pivot
              cubes={cubes}
              cube={cube}
              view={missing.length > 0 ? { ...view, ...EMPTY, cube: cube.name } : view}
              change={change}
            />
          </>
        );
      }}
    </Answered>
  );
}

/** Another cube has other levels and figures: one starts over. */
const EMPTY: Partial<PivotView> = {
  rows: [],
  columns: [],
  measures: [],
  dateOf: undefined,
  sort: undefined,
  closed: [],
};

interface PivotProps {
  readonly cubes: readonly Cube[];
  readonly cube: Cube;
  readonly view: PivotView;
  readonly change: (part: Partial<PivotView>) => void;
}

function Pivot({ cubes, cube, view, change }: PivotProps) {
  const { t } = useTranslation();
  const dates = cube.dimensions.filter(({ kind }) => kind === "TIME");
  const dateOf = view.dateOf ?? dates.at(0)?.name;
  const question = useMemo(() => pivotQuestion(view, dateOf), [view, dateOf]);
  const isAsking = view.measures.length > 0;
  const query = useAnswer(
    CubeMatrixDocument,
    { input: question },
    { enabled: isAsking, select: ({ cubeQuery }) => cubeQuery },
  );
  return (
    <>
      <PageHead
        title={t("pivot.title")}
        note={query.data ? <FreshnessStamp freshness={query.data.freshness} /> : null}
      >
        <Select
          aria-label={t("pivot.cube")}
          value={cube.name}
          options={cubes.map(({ name, title }) => ({ value: name, label: title }))}
          onChange={(name: string) => change({ ...EMPTY, cube: name })}
          popupMatchSelectWidth={false}
        />
        <Select
          aria-label={t("pivot.date")}
          value={dateOf ?? null}
          options={dates.map(({ name, title }) => ({ value: name, label: title }))}
          onChange={(name: string) => change({ dateOf: name })}
          popupMatchSelectWidth={false}
        />
        <PeriodFilter period={view.period} onChange={(period) => change({ period })} />
      </PageHead>
      <FieldBar cube={cube} view={view} onChange={change} />
      {isAsking ? (
        <Answered query={query} skeleton={<Skeleton lines={12} height={24} />}>
          {(matrix) => (
            <PivotAnswer matrix={matrix} title={cube.title} view={view} change={change} />
          )}
        </Answered>
      ) : (
        <p>{t("pivot.choose")}</p>
      )}
    </>
  );
}
