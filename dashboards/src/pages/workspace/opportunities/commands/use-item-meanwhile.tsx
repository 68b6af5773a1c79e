import { useTranslation } from "react-i18next";
import { OpportunityRecordDocument, type PlanItemRowFragment } from "../../../../gql/graphql.ts";
import { ABSENT, useFormats } from "../../../../lib/format.ts";
import { useAnswer } from "../../../../lib/use-answer.ts";
import type { Meanwhile } from "../../../../parts/meanwhile-notice.tsx";
import type { Opportunity } from "../opportunity.page.tsx";
import { useMeanwhile } from "./use-meanwhile.tsx";

/** What happened to a step of the plan, or to its opportunity, since a dialog about the step was opened. */
export function useItemMeanwhile(
  opportunity: Opportunity,
  opened: PlanItemRowFragment,
): Meanwhile | undefined {
  const { t } = useTranslation();
  const { day } = useFormats();
  const whole = useMeanwhile(opportunity, "plan");
  const query = useAnswer(OpportunityRecordDocument, { id: opportunity.id });
  const items = query.data?.opportunity?.planItems;
  const now = items?.find(({ id }) => id === opened.id);
  if (whole && !whole.isPossible) return whole;
  if (items && !now) return { title: t("problems.NOT_FOUND.title"), isPossible: false };
  if (!now || now.version === opened.version) return undefined;
  const parts = [day(now.plannedOn), now.content, now.result ?? ABSENT];
  return {
    version: now.version,
    title: t("live.changed"),
    what: <p>{t("live.now", { what: parts.join(" · ") })}</p>,
    isPossible: true,
  };
}
