import { createContext, use, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Cellset, Position } from "../../../cube/cellset.ts";
import { AboutFigure } from "../../../drill/about-figure.tsx";
import { DrillDrawer } from "../../../drill/drill-drawer.tsx";
import { CubeCatalogueDocument, type CubeQueryInput } from "../../../gql/graphql.ts";
import { useAnswer } from "../../../lib/use-answer.ts";

/** A figure somebody points at. */
export interface PointedAt {
  readonly question: CubeQueryInput;
  readonly cellset: Cellset;
  readonly row: Position;
  readonly measure: string;
  /** As the page calls the figure. */
  readonly measureTitle: string;
  /** What it is the figure of. */
  readonly title: string;
}

const Drilling = createContext<(at: PointedAt) => void>(() => undefined);

/** Opens the records behind a figure. */
export const useDrill = () => use(Drilling);

/** One drawer for every figure of the page. */
export function DrillingProvider({ children }: { readonly children: ReactNode }) {
  const [at, setAt] = useState<PointedAt>();
  const target = useMemo(() => {
    const token = at?.row.drill.through;
    if (!at || !token) return undefined;
    const { measure, measureTitle, title, row, cellset } = at;
    const formatted = cellset.cell(row, measure)?.formatted ?? "";
    return { row: token, measure, measureTitle, title, formatted };
  }, [at]);
  return (
    <Drilling value={setAt}>
      {children}
      <DrillDrawer target={target} onClose={() => setAt(undefined)}>
        {at ? <About at={at} /> : null}
      </DrillDrawer>
    </Drilling>
  );
}

function About({ at: { question, cellset, measure, measureTitle } }: { readonly at: PointedAt }) {
  const { t } = useTranslation();
  const catalogue = useAnswer(CubeCatalogueDocument, {});
  if (catalogue.isPending) return <p aria-busy="true">{t("states.loading")}</p>;
  const known = catalogue.data?.cubes
    .find(({ name }) => name === question.cube)
    ?.measures.find(({ name }) => name === measure);
  return (
    <AboutFigure
      question={question}
      measure={known ?? { name: measure, formula: measureTitle }}
      filters={cellset.answer.axes.slicer.map(({ caption }) => caption)}
      freshness={cellset.answer.freshness}
    />
  );
}
