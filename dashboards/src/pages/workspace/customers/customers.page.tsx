import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  CustomerListDocument,
  type CustomerListQueryVariables,
  type CustomerOrderField,
  type CustomerRowFragment,
} from "../../../gql/graphql.ts";
import { ABSENT } from "../../../lib/format.ts";
import { useList } from "../../../lib/use-list.ts";
import { useViewState } from "../../../lib/use-view-state.ts";
import { Card } from "../../../parts/card.tsx";
import { ChoiceFilter } from "../../../parts/choice-filter.tsx";
import { ListAnswer } from "../../../parts/list-answer.tsx";
import { PageHead } from "../../../parts/page-head.tsx";
import { RecordTable, type RecordColumn } from "../../../parts/record-table.tsx";
import { SearchField } from "../../../parts/search-field.tsx";
import { UnreadNotice } from "../../../parts/unread-notice.tsx";
import { CustomerStatusMark } from "./customer-status-mark.tsx";
import { CUSTOMER_STATUSES, customerFilter, CUSTOMERS_VIEW, TIERS } from "./customers-view.ts";
import { tierName } from "./tier-name.ts";

export default function CustomersPage() {
  const { t } = useTranslation();
  const { view, unread, change } = useViewState(CUSTOMERS_VIEW);
  const query = useList(
    CustomerListDocument,
    {
      filter: customerFilter(view),
      orderBy: [view.order],
    } satisfies Partial<CustomerListQueryVariables>,
    (answer) => answer.customers,
  );
  return (
    <>
      <PageHead title={t("customers.title")}>
        <SearchField
          label={t("customers.search")}
          text={view.search}
          onSearch={(search) => change({ search })}
        />
        <ChoiceFilter
          label={t("customers.tier")}
          chosen={view.tiers}
          choices={TIERS.map((tier) => ({ value: tier, label: t(`customers.tiers.${tier}`) }))}
          onChange={(tiers) => change({ tiers })}
        />
        <ChoiceFilter
          label={t("customers.status")}
          chosen={view.statuses}
          choices={CUSTOMER_STATUSES.map((status) => ({
            value: status,
            label: t(`customers.statuses.${status}`),
          }))}
          onChange={(statuses) => change({ statuses })}
        />
      </PageHead>
      <UnreadNotice texts={unread} />
      <Card>
        <ListAnswer query={query}>
          {(rows) => (
            <RecordTable
              caption={t("customers.title")}
              columns={columns(t)}
              rows={rows}
              keyOf={(customer) => customer.id}
              order={view.order}
              onOrder={(order) => change({ order })}
            />
          )}
        </ListAnswer>
      </Card>
    </>
  );
}

type Translate = TFunction;

function columns(t: Translate): RecordColumn<CustomerRowFragment, CustomerOrderField>[] {
  return [
    {
      key: "name",
      title: t("customers.name"),
      field: "NAME",
      cell: ({ id, name }) => <Link to={`/customers/${id}`}>{name}</Link>,
    },
    { key: "number", title: t("customers.number"), field: "NUMBER", cell: ({ number }) => number },
    {
      key: "region",
      title: t("customers.region"),
      field: "REGION",
      cell: ({ region }) => region ?? ABSENT,
    },
    {
      key: "tier",
      title: t("customers.tier"),
      field: "TIER",
      cell: ({ tier }) => tierName(t, tier),
    },
    {
      key: "industry",
      title: t("customers.industry"),
      field: "INDUSTRY",
      cell: ({ industry }) => industry ?? ABSENT,
    },
    {
      key: "accountManager",
      title: t("customers.accountManager"),
      cell: ({ accountManager }) => accountManager?.displayName ?? ABSENT,
    },
    {
      key: "status",
      title: t("customers.status"),
      cell: ({ status }) => <CustomerStatusMark status={status} />,
    },
  ];
}
