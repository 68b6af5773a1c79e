import { useTranslation } from "react-i18next";
import { useCellset } from "../../../cube/use-cellset.ts";
import { Stack } from "../../../parts/stack.tsx";
import { RankingCard, type RankedFigure } from "./ranking-card.tsx";
import type { SalesQuestions } from "./sales-questions.ts";
import type { Member, PickName } from "./sales-view.ts";

export interface RankingsProps {
  readonly questions: SalesQuestions;
  readonly onPick: (name: PickName) => (member: Member) => void;
}

const RANKED = ["wonAmount", "winRate", "wonCount", "averageWonAmount"] as const;

function useFigures(count: number): RankedFigure[] {
  const { t } = useTranslation();
  return RANKED.slice(0, count).map((measure) => ({ measure, title: t(`sales.${measure}`) }));
}

export function Departments({ questions, onPick }: RankingsProps) {
  const { t } = useTranslation();
  return (
    <RankingCard
      title={t("sales.byDepartment")}
      head={t("sales.department")}
      hint={t("sales.pickHint")}
      figures={useFigures(3)}
      query={useCellset(questions.byDepartment)}
      onPick={onPick("department")}
    />
  );
}

export function People({ questions, onPick }: RankingsProps) {
  const { t } = useTranslation();
  return (
    <RankingCard
      title={t("sales.byPerson")}
      head={t("sales.person")}
      figures={useFigures(4)}
      query={useCellset(questions.byPerson)}
      onPick={onPick("person")}
    />
  );
}

/** Who the customers are, how opportunities move on, and why they are lost. */
export function Reasons({ questions, onPick }: RankingsProps) {
  const { t } = useTranslation();
  const figures = useFigures(3);
  return (
    <Stack>
      <RankingCard
        title={t("sales.byIndustry")}
        head={t("sales.industry")}
        figures={figures}
        query={useCellset(questions.byIndustry)}
        onPick={onPick("industry")}
      />
      <RankingCard
        title={t("sales.byTier")}
        head={t("sales.tier")}
        figures={figures}
        query={useCellset(questions.byTier)}
        onPick={onPick("tier")}
      />
      <RankingCard
        title={t("sales.steps")}
        head={t("sales.step")}
        hint={t("sales.stepsHow")}
        figures={[
          { measure: "conversionRate", title: t("sales.conversionRate") },
          { measure: "averageDaysInStage", title: t("sales.averageDaysInStage") },
        ]}
        query={useCellset(questions.steps)}
      />
      <RankingCard
        title={t("sales.lossReasons")}
        head={t("sales.lossReason")}
        figures={[
          { measure: "lostCount", title: t("sales.lostCount") },
          { measure: "lostCount", show: "PCT_OF_TOTAL", title: t("sales.share") },
        ]}
        query={useCellset(questions.lossReasons)}
      />
    </Stack>
  );
}
