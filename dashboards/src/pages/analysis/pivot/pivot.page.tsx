import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { CubeCatalogueDocument, CubeMatrixDocument } from "../../../gql/graphql.ts";
import { Problem } from "../../../lib/problem.ts";
import { useAnswer } from "../../../lib/use-answer.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Answered } from "../../../parts/answered.tsx";
import { ProblemMessage } from "../../../parts/problem-message.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import type { Cube } from "./axis-item.ts";
import { FieldBar } from "./field-bar.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { PivotAnswer } from "./pivot-answer.tsx";
import { PivotHead } from "./pivot-head.tsx";
import { pivotQuestion } from "./pivot-question.ts";
import { emptyView, PIVOT_VIEW, type PivotView } from "./pivot-view.ts";
import { SettingsBar } from "./settings-bar.tsx";
import { UnknownMembers } from "./unknown-members.tsx";
import { useNamedFilters } from "./use-named-filters.ts";
import { viewInCube } from "./view-in-cube.ts";

/** Any question to any cube, put together by its reader. */
export default function PivotPage() {
  const catalogue = useAnswer(CubeCatalogueDocument, {});
  const { view, unread, change } = useViewState(PIVOT_VIEW);
  return (
    <Answered query={catalogue} skeleton={<Skeleton lines={10} height={28} />}>
      {({ cubes }) => {
        const cube = cubes.find(({ name }) => name === view.cube) ?? cubes[0];
        if (!cube) return <ProblemMessage problem={new Problem("FORBIDDEN", "")} />;
        const isMeant = cube.name === view.cube;
        return (
          <Pivot
            cubes={cubes}
            cube={cube}
            view={isMeant ? view : emptyView(cube.name)}
            unread={isMeant ? unread : [view.cube]}
            change={change}
          />
        );
      }}
    </Answered>
  );
}

interface PivotProps {
  readonly cubes: readonly Cube[];
  readonly cube: Cube;
  readonly view: PivotView;
  /** Texts of the link that mean nothing. */
  readonly unread: readonly string[];
  readonly change: (part: Partial<PivotView>) => void;
}

function Pivot({ cubes, cube, view: asked, unread, change }: PivotProps) {
  const { t } = useTranslation();
  const { view, missing } = useMemo(() => viewInCube(asked, cube), [asked, cube]);
  const named = useNamedFilters(cube.name, view.filters);
  const question = pivotQuestion({ ...view, filters: named.filters }, cube);
  const isAsking = view.measures.length > 0;
  const query = useAnswer(
    CubeMatrixDocument,
    { input: question },
    { enabled: isAsking && named.isKnown, select: ({ cubeQuery }) => cubeQuery },
  );
  return (
    <>
      <PivotHead
        cubes={cubes}
        cube={cube}
        view={view}
        freshness={query.data?.freshness}
        onChange={change}
      />
      <UnreadNotice texts={[...unread, ...missing]} />
      <UnknownMembers texts={named.unknown} onDrop={() => change({ filters: named.filters })} />
      <FieldBar cube={cube} view={view} onChange={change} />
      <FilterBar
        cube={cube}
        filters={named.filters}
        onChange={(filters) => change({ filters, sort: undefined })}
      />
      <SettingsBar cube={cube} view={view} onChange={change} />
      {isAsking ? (
        <Answered query={query} skeleton={<Skeleton lines={12} height={24} />}>
          {(matrix) => (
            <PivotAnswer
              cube={cube}
              matrix={matrix}
              question={question}
              view={view}
              change={change}
            />
          )}
        </Answered>
      ) : (
        <p>{t("pivot.choose")}</p>
      )}
    </>
  );
}
