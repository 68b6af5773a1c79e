import { useTranslation } from "react-i18next";
import { barLengths, type Cellset, type Position } from "../../../cube/cellset.ts";
import { useCellset } from "../../../cube/use-cellset.ts";
import type { CubeQueryInput } from "../../../gql/graphql.ts";
import { Answered } from "../../../parts/answered.tsx";
import { BarTable, type BarFigure } from "../../../parts/bar-table.tsx";
import { Card } from "../../../parts/card.tsx";
import { ShapeButton } from "../../../parts/shape-button.tsx";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { useDrill } from "./drilling.tsx";
import { FunnelChart, type FunnelStage } from "./funnel-chart.tsx";
import { NoRows } from "./no-rows.tsx";
import { STAGES } from "./sales-questions.ts";
import type { Shape } from "./sales-view.ts";

export interface FunnelCardProps {
  readonly question: CubeQueryInput;
  readonly isReady: boolean;
  readonly as: Shape;
  readonly onAs: (as: Shape) => void;
}

/** How far what came in during the period has got, whatever became of it since. */
export function FunnelCard({ question, isReady, as, onAs }: FunnelCardProps) {
  const { t } = useTranslation();
  const query = useCellset(question, { enabled: isReady });
  return (
    <Card
      title={t("sales.funnel")}
      hint={t("sales.funnelHow")}
      tools={<ShapeButton as={as} onAs={onAs} />}
    >
      <Answered query={query} skeleton={<Skeleton lines={4} height={40} />}>
        {(cellset) => <Funnel cellset={cellset} question={question} as={as} />}
      </Answered>
    </Card>
  );
}

interface FunnelProps {
  readonly cellset: Cellset;
  readonly question: CubeQueryInput;
  readonly as: Shape;
}

function Funnel({ cellset, question, as }: FunnelProps) {
  const { t } = useTranslation();
  const stages = useStages(cellset, question);
  const [whole] = cellset.rows;
  if (!whole || cellset.cell(whole, STAGES[0].count)?.value == null) return <NoRows />;
  if (as === "chart") return <FunnelChart label={t("sales.funnel")} stages={stages} />;
  return (
    <BarTable
      caption={t("sales.funnel")}
      head={t("sales.step")}
      columns={(["stageCount", "stageRate", "stageAmount"] as const).map((key) => ({
        key,
        title: t(`sales.${key}`),
      }))}
      rows={stages.map(({ name, title, count, rate, amount, length }) => ({
        key: name,
        caption: title,
        depth: 0,
        figures: [count, rate ?? { formatted: "–" }, amount],
        length,
        isTotal: false,
      }))}
    />
  );
}

function useStages(cellset: Cellset, question: CubeQueryInput): readonly FunnelStage[] {
  const { t } = useTranslation();
  const drill = useDrill();
  const [whole] = cellset.rows;
  const lengths = barLengths(STAGES.map(({ count }) => whole && cellset.cell(whole, count)?.value));
  const figure = (row: Position | undefined, measure: string, title: string): BarFigure => {
    const cell = row && cellset.cell(row, measure);
    if (!row || cell?.value == null) return { formatted: "–" };
    const at = { question, cellset, row, measure, measureTitle: title, title: t("sales.funnel") };
    return { formatted: cell.formatted, onOpen: () => drill(at) };
  };
  return STAGES.map(({ name, count, amount, rate }, place) => {
    const title = t(`sales.stages.${name}`);
    return {
      name,
      title,
      count: figure(whole, count, title),
      amount: figure(whole, amount, `${title} · ${t("sales.stageAmount")}`),
      rate: rate && figure(whole, rate, `${title} · ${t("sales.stageRate")}`),
      length: lengths[place] ?? 0,
    };
  });
}
