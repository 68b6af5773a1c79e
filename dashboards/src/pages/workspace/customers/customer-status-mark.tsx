import { useTranslation } from "react-i18next";
import type { CustomerStatus } from "../../../gql/graphql.ts";
import { Mark, type MarkTone } from "../../../parts/mark.tsx";

const TONES: Readonly<Record<CustomerStatus, MarkTone>> = {
  ACTIVE: "active",
  LOST: "bad",
  DELETED: "plain",
};

export function CustomerStatusMark({ status }: { readonly status: CustomerStatus }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[status]}>{t(`customers.statuses.${status}`)}</Mark>;
}
