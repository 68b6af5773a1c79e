import { useTranslation } from "react-i18next";
import type { OpportunityStatus } from "../../gql/graphql.ts";
import { Mark, type MarkTone } from "../../parts/mark.tsx";

const TONES: Readonly<Record<OpportunityStatus, MarkTone>> = {
  UNASSIGNED: "plain",
  ASSIGNED: "plain",
  DEVELOPING: "active",
  WON: "good",
  LOST: "bad",
};

export function OpportunityStatusMark({ status }: { readonly status: OpportunityStatus }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[status]}>{t(`opportunities.statuses.${status}`)}</Mark>;
}
