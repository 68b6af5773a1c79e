import { useTranslation } from "react-i18next";
import type { PlanItemRowFragment } from "../../../gql/graphql.ts";
import { ABSENT, useFormats } from "../../../lib/format.ts";
import { RecordTable } from "../../../parts/record-table.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";

export function Plan({ items }: { readonly items: readonly PlanItemRowFragment[] }) {
  const { t } = useTranslation();
  const { day, instant } = useFormats();
  if (items.length === 0) return <StateMessage title={t("opportunities.noPlan")} />;
  return (
    <RecordTable
      caption={t("opportunities.plan")}
      rows={items}
      keyOf={(item) => item.id}
      wraps
      columns={[
        {
          key: "plannedOn",
          title: t("opportunities.plannedOn"),
          cell: ({ plannedOn }) => day(plannedOn),
        },
        { key: "content", title: t("opportunities.content"), cell: ({ content }) => content },
        {
          key: "result",
          title: t("opportunities.result"),
          cell: ({ result, executedAt, executedBy }) =>
            result === null ? (
              ABSENT
            ) : (
              <span
                title={t("opportunities.executed", {
                  name: executedBy?.displayName ?? t("opportunities.bySystem"),
                  time: instant(executedAt),
                })}
              >
                {result}
              </span>
            ),
        },
      ]}
    />
  );
}
