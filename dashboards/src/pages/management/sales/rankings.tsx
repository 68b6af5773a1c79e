import { useTranslation } from "react-i18next";
import { Stack } from "../../../parts/stack.tsx";
import { RankingCard, type RankedFigure } from "./ranking-card.tsx";
import type { SalesQuestions } from "./sales-questions.ts";
import type { PickName } from "./sales-view.ts";

export interface RankingsProps {
  readonly questions: SalesQuestions;
  readonly isReady: boolean;
  readonly onPick: (name: PickName) => (key: string) => void;
}

const RANKED = ["wonAmount", "winRate", "wonCount", "averageWonAmount"] as const;

function useFigures(count: number): RankedFigure[] {
  const { t } = useTranslation();
  return RANKED.slice(0, count).map((measure) => ({ measure, title: t(`sales.${measure}`) }));
}

export interface DepartmentsProps extends RankingsProps {
  readonly turned: readonly string[];
  readonly onTurn: (key: string) => void;
}

export function Departments({ questions, isReady, onPick, ...tree }: DepartmentsProps) {
  const { t } = useTranslation();
  return (
    <RankingCard
      title={t("sales.byDepartment")}
      head={t("sales.department")}
      hint={t("sales.pickHint")}
      figures={useFigures(4)}
      question={questions.byDepartment}
      isReady={isReady}
      onPick={onPick("department")}
      tree={tree}
    />
  );
}

export function People({ questions, isReady, onPick }: RankingsProps) {
  const { t } = useTranslation();
  return (
    <RankingCard
      title={t("sales.byPerson")}
      head={t("sales.person")}
      figures={useFigures(4)}
      question={questions.byPerson}
      isReady={isReady}
      onPick={onPick("person")}
    />
  );
}

/** Who the customers are. */
export function Customers({ questions, isReady, onPick }: RankingsProps) {
  const { t } = useTranslation();
  const common = { figures: useFigures(3), isReady };
  return (
    <Stack>
      <RankingCard
        {...common}
        title={t("sales.byRegion")}
        head={t("sales.region")}
        question={questions.byRegion}
        onPick={onPick("region")}
      />
      <RankingCard
        {...common}
        title={t("sales.byIndustry")}
        head={t("sales.industry")}
        question={questions.byIndustry}
        onPick={onPick("industry")}
      />
      <RankingCard
        {...common}
        title={t("sales.byTier")}
        head={t("sales.tier")}
        question={questions.byTier}
        onPick={onPick("tier")}
      />
    </Stack>
  );
}

/** Where what is won comes from, and why the rest is lost. */
export function Reasons({ questions, isReady }: Omit<RankingsProps, "onPick">) {
  const { t } = useTranslation();
  return (
    <Stack>
      <RankingCard
        title={t("sales.bySource")}
        head={t("sales.source")}
        figures={useFigures(3)}
        question={questions.bySource}
        isReady={isReady}
      />
      <RankingCard
        title={t("sales.lossReasons")}
        head={t("sales.lossReason")}
        figures={[
          { measure: "lostCount", title: t("sales.lostCount") },
          { measure: "lostCount", show: "PCT_OF_TOTAL", title: t("sales.share") },
        ]}
        question={questions.lossReasons}
        isReady={isReady}
      />
    </Stack>
  );
}

/** What is under way now, and how it moves on. */
export function Pipeline({ questions, isReady }: Omit<RankingsProps, "onPick">) {
  const { t } = useTranslation();
  return (
    <Stack>
      <RankingCard
        title={t("sales.pipeline")}
        hint={t("sales.pipelineHow")}
        head={t("sales.status")}
        figures={(["openAmount", "weightedAmount", "openCount"] as const).map((measure) => ({
          measure,
          title: t(`sales.${measure}`),
        }))}
        question={questions.pipeline}
        isReady={isReady}
      />
      <RankingCard
        title={t("sales.steps")}
        head={t("sales.step")}
        hint={t("sales.stepsHow")}
        figures={[
          { measure: "conversionRate", title: t("sales.conversionRate") },
          { measure: "averageDaysInStage", title: t("sales.averageDaysInStage") },
        ]}
        question={questions.steps}
        isReady={isReady}
      />
    </Stack>
  );
}
