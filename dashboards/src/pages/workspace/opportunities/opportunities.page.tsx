import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OpportunityListDocument } from "../../../gql/graphql.ts";
import { useList } from "../../../lib/use-list.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Card } from "../../../parts/card.tsx";
import { ChoiceFilter } from "../../../parts/choice-filter.tsx";
import { ListAnswer } from "../../../parts/list-answer.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { RecordTable } from "../../../parts/record-table.tsx";
import { SearchField } from "../../../parts/search-field.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { useOpportunityColumns } from "../opportunity-columns.tsx";
import { CreateDialog } from "./commands/create-dialog.tsx";
import {
  OPPORTUNITIES_VIEW,
  OPPORTUNITY_STATUSES,
  opportunityFilter,
} from "./opportunities-view.ts";

export default function OpportunitiesPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [creating, setCreating] = useState(false);
  const columns = useOpportunityColumns();
  const { view, unread, change } = useViewState(OPPORTUNITIES_VIEW);
  const query = useList(
    OpportunityListDocument,
    { filter: opportunityFilter(view, viewer.id), orderBy: [view.order] },
    (answer) => answer.opportunities,
  );
  return (
    <>
      <PageHead title={t("opportunities.title")}>
        <SearchField
          label={t("opportunities.search")}
          text={view.search}
          onSearch={(search) => change({ search })}
        />
        <ChoiceFilter
          label={t("opportunities.status")}
          chosen={view.statuses}
          choices={OPPORTUNITY_STATUSES.map((status) => ({
            value: status,
            label: t(`opportunities.statuses.${status}`),
          }))}
          onChange={(statuses) => change({ statuses })}
        />
        <Checkbox checked={view.mine} onChange={(event) => change({ mine: event.target.checked })}>
          {t("opportunities.mine")}
        </Checkbox>
        {viewer.permissions.includes("OPPORTUNITY_CREATE") ? (
          <Button type="primary" onClick={() => setCreating(true)}>
            {t("commands.create.title")}
          </Button>
        ) : null}
      </PageHead>
      {creating ? <CreateDialog onClose={() => setCreating(false)} /> : null}
      <UnreadNotice texts={unread} />
      <Card>
        <ListAnswer query={query}>
          {(rows) => (
            <RecordTable
              caption={t("opportunities.title")}
              columns={columns}
              rows={rows}
              keyOf={(opportunity) => opportunity.id}
              order={view.order}
              onOrder={(order) => change({ order })}
            />
          )}
        </ListAnswer>
      </Card>
    </>
  );
}
