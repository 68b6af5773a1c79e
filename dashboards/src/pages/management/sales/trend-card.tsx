import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Cellset } from "../../../cube/cellset.ts";
import { useCellset } from "../../../cube/use-cellset.ts";
import type { CubeQueryInput } from "../../../gql/graphql.ts";
import { Answered } from "../../../parts/answered.tsx";
import { Card } from "../../../parts/card.tsx";
import { ShapeButton } from "../../../parts/shape-button.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import type { Step } from "./comparisons.ts";
import { NoRows } from "./no-rows.tsx";
import type { Shape } from "./sales-view.ts";
import { TrendTable } from "./trend-table.tsx";

/** Charts come after the figures: the library is the heaviest part of the page. */
const drawing = import("./trend-chart.tsx");
const TrendChart = lazy(() => drawing);
const HEIGHT = 296;

export interface TrendCardProps {
  readonly question: CubeQueryInput;
  readonly isReady: boolean;
  readonly step: Step;
  readonly as: Shape;
  readonly onAs: (as: Shape) => void;
}

export function TrendCard({ question, isReady, step, as, onAs }: TrendCardProps) {
  const { t } = useTranslation();
  const query = useCellset(question, { enabled: isReady });
  return (
    <Card title={t(`sales.trends.${step}`)} tools={<ShapeButton as={as} onAs={onAs} />}>
      <Answered query={query} skeleton={<Skeleton lines={1} height={HEIGHT} />}>
        {(cellset) => <Trend {...{ cellset, question, step, as }} />}
      </Answered>
    </Card>
  );
}

interface TrendProps {
  readonly cellset: Cellset;
  readonly question: CubeQueryInput;
  readonly step: Step;
  readonly as: Shape;
}

function Trend({ cellset, question, step, as }: TrendProps) {
  const steps = cellset.rows.filter((row) => row.kind === "DETAIL");
  if (steps.every((row) => cellset.cell(row, "wonCount")?.value == null)) return <NoRows />;
  if (as === "table") return <TrendTable cellset={cellset} question={question} step={step} />;
  return (
    <Suspense fallback={<Skeleton lines={1} height={HEIGHT} />}>
      <TrendChart cellset={cellset} question={question} steps={steps} step={step} height={HEIGHT} />
    </Suspense>
  );
}
