import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Cellset } from "../../../cube/cellset.ts";
import { useCellset } from "../../../cube/use-cellset.ts";
import type { Problem } from "../../../lib/problem.ts";
import { Answered } from "../../../parts/answered.tsx";
import { Card } from "../../../parts/card.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { comparisonsOf } from "./comparisons.ts";
import { KeyFigures } from "./key-figures.tsx";
import type { SalesQuestions } from "./sales-questions.ts";
import type { SalesView } from "./sales-view.ts";

export interface KeyFiguresCardProps {
  readonly view: SalesView;
  readonly questions: SalesQuestions;
  readonly query: UseQueryResult<Cellset, Problem>;
  readonly isReady: boolean;
}

export function KeyFiguresCard({ view, questions, query, isReady }: KeyFiguresCardProps) {
  const { t } = useTranslation();
  const { keyFigures, before } = questions;
  const other = useCellset(before ?? keyFigures, { enabled: isReady && before !== undefined });
  const comparisons = comparisonsOf(view.period);
  return (
    <Card
      title={t("sales.keyFigures")}
      hint={comparisons.length > 0 ? t("sales.comparedHow") : undefined}
    >
      <Answered query={query} skeleton={<Skeleton lines={1} height={72} />}>
        {(cellset) => (
          <KeyFigures
            cellset={cellset}
            question={keyFigures}
            changes={comparisons.map((name, place) => ({
              label: t(`sales.${name}`),
              from: place === comparisons.length - 1 ? cellset : other.data,
            }))}
          />
        )}
      </Answered>
    </Card>
  );
}
