import { useTranslation } from "react-i18next";
import type { OpportunityOrderField, OpportunityRowFragment } from "../../gql/graphql.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { RecordTable } from "../../parts/record-table.tsx";
import { StateMessage } from "../../parts/state-message.tsx";
import { useOpportunityColumns } from "./opportunity-columns.tsx";

export interface OpportunityTableProps {
  readonly opportunities: readonly OpportunityRowFragment[];
  readonly gone: ReadonlySet<string>;
  readonly total: number;
  readonly empty: string;
}

/** The first opportunities of something else: of a customer. */
export function OpportunityTable({ opportunities, gone, total, empty }: OpportunityTableProps) {
  const { t } = useTranslation();
  const columns = useOpportunityColumns();
  if (opportunities.length === 0) return <StateMessage title={empty} />;
  return (
    <>
      <RecordTable<OpportunityRowFragment, OpportunityOrderField>
        caption={t("opportunities.title")}
        columns={columns.filter(({ key }) => key !== "customer")}
        rows={opportunities}
        gone={gone}
        keyOf={(opportunity) => opportunity.id}
      />
      <MoreRows shown={opportunities.length} total={total} hasMore={false} busy={false} />
    </>
  );
}
