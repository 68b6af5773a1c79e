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
import { TrendChart } from "./trend-chart.tsx";
import { TREND_HEIGHT } from "./trend-picture.tsx";
import { TrendTable } from "./trend-table.tsx";

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
      <Answered query={query} skeleton={<Skeleton lines={1} height={TREND_HEIGHT} />}>
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
  return <TrendChart cellset={cellset} question={question} rows={steps} step={step} />;
}
