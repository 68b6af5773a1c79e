import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { OpportunityListDocument, type OpportunityRowFragment } from "../../../gql/graphql.ts";
import { useList } from "../../../lib/use-list.ts";
import { useSteadyRows } from "../../../lib/use-steady-rows.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Card } from "../../../parts/card.tsx";
import { ChangesNotice } from "../../../parts/changes-notice.tsx";
import { ChoiceFilter } from "../../../parts/choice-filter.tsx";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { ListAnswer } from "../../../parts/list-answer.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { RecordTable } from "../../../parts/record-table.tsx";
import { SearchField } from "../../../parts/search-field.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { useOpportunityColumns } from "../opportunity-columns.tsx";
import { useToldOpportunities } from "../use-told-opportunities.ts";
import { CreateDialog } from "./commands/create-dialog.tsx";
import {
  OPPORTUNITIES_VIEW,
  OPPORTUNITY_STATUSES,
  opportunityFilter,
} from "./opportunities-view.ts";

const keyOf = ({ id }: OpportunityRowFragment) => id;

export default function OpportunitiesPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const show = useDialogs();
  const columns = useOpportunityColumns();
  const { view, unread, change } = useViewState(OPPORTUNITIES_VIEW);
  const query = useList(
    OpportunityListDocument,
    { filter: opportunityFilter(view, viewer.id), orderBy: [view.order] },
    (answer) => answer.opportunities,
  );
  const told = useToldOpportunities(() => void query.refetch());
  const list = useSteadyRows({
    question: query.isPlaceholderData ? undefined : JSON.stringify([view, query.data?.pages]),
    present: query.data?.rows ?? [],
    keyOf,
    hasMore: query.hasNextPage,
    told,
  });
  const create = () => show((close) => <CreateDialog onClose={close} />);
  return (
    <>
      <PageHead
        title={t("opportunities.title")}
        note={<ChangesNotice changes={list.changes} onShow={list.show} />}
      >
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
          <Button type="primary" onClick={create}>
            {t("commands.create.title")}
          </Button>
        ) : null}
      </PageHead>
      <UnreadNotice texts={unread} />
      <Card>
        <ListAnswer query={query}>
          {() => (
            <RecordTable
              caption={t("opportunities.title")}
              columns={columns}
              rows={list.rows}
              keyOf={keyOf}
              gone={list.gone}
              order={view.order}
              onOrder={(order) => change({ order })}
            />
          )}
        </ListAnswer>
      </Card>
    </>
  );
}
