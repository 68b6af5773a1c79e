import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { PlanItemRowFragment } from "../../../gql/graphql.ts";
import { ABSENT, useFormats } from "../../../lib/format.ts";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { RecordTable } from "../../../parts/record-table.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { isOffered } from "./commands/moves.ts";
import { ResultDialog } from "./commands/result-dialog.tsx";
import type { Opportunity } from "./opportunity.page.tsx";

/** What is planned and what came of it. Results are written by whoever the opportunity is assigned to. */
export function Plan({ opportunity }: { readonly opportunity: Opportunity }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const viewer = useViewer();
  const show = useDialogs();
  const { planItems, assignee } = opportunity;
  const mayReport = isOffered("plan", opportunity, viewer) && assignee?.id === viewer.id;
  const report = (item: PlanItemRowFragment) =>
    show((close) => <ResultDialog item={item} opportunity={opportunity} onClose={close} />);
  if (planItems.length === 0) return <StateMessage title={t("opportunities.noPlan")} />;
  return (
    <RecordTable
      caption={t("opportunities.plan")}
      rows={planItems}
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
          cell: (item) =>
            item.result === null && mayReport ? (
              <Button size="small" onClick={() => report(item)}>
                {t("commands.result.title")}
              </Button>
            ) : (
              <Result item={item} />
            ),
        },
      ]}
    />
  );
}

function Result({ item }: { readonly item: PlanItemRowFragment }) {
  const { t } = useTranslation();
  const { instant } = useFormats();
  if (item.result === null) return ABSENT;
  const name = item.executedBy?.displayName ?? t("opportunities.bySystem");
  const title = t("opportunities.executed", { name, time: instant(item.executedAt) });
  return <span title={title}>{item.result}</span>;
}
