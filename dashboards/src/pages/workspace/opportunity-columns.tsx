import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OpportunityOrderField, OpportunityRowFragment } from "../../gql/graphql.ts";
import { ABSENT, useFormats } from "../../lib/format.ts";
import type { RecordColumn } from "../../parts/record-table.tsx";
import { OpportunityStatusMark } from "./opportunity-status-mark.tsx";

type Column = RecordColumn<OpportunityRowFragment, OpportunityOrderField>;

/** How an opportunity stands in a list, wherever the list is. */
export function useOpportunityColumns(): readonly Column[] {
  const { t } = useTranslation();
  const { amount, day, percent } = useFormats();
  return [
    {
      key: "title",
      title: t("opportunities.name"),
      field: "TITLE",
      cell: ({ id, title }) => (
        <Link to={`/opportunities/${id}`} title={title}>
          {title}
        </Link>
      ),
    },
    {
      key: "customer",
      title: t("opportunities.customer"),
      cell: ({ customer, customerName }) => customer?.name ?? customerName ?? ABSENT,
    },
    {
      key: "status",
      title: t("opportunities.status"),
      cell: ({ status }) => <OpportunityStatusMark status={status} />,
    },
    {
      key: "estimatedAmount",
      title: t("opportunities.estimatedAmount"),
      field: "ESTIMATED_AMOUNT",
      align: "right",
      cell: ({ estimatedAmount, currency }) => amount(estimatedAmount, currency),
    },
    {
      key: "closedAmount",
      title: t("opportunities.closedAmount"),
      field: "CLOSED_AMOUNT",
      align: "right",
      cell: ({ status, closedAmount, currency }) =>
        status === "WON" ? amount(closedAmount, currency) : ABSENT,
    },
    {
      key: "successRate",
      spare: true,
      title: t("opportunities.successRate"),
      field: "SUCCESS_RATE",
      align: "right",
      cell: ({ successRate }) => percent(successRate),
    },
    {
      key: "expectedCloseOn",
      title: t("opportunities.expectedCloseOn"),
      field: "EXPECTED_CLOSE_ON",
      align: "right",
      cell: ({ expectedCloseOn }) => day(expectedCloseOn),
    },
    {
      key: "assignee",
      title: t("opportunities.assignee"),
      cell: ({ assignee }) => assignee?.displayName ?? ABSENT,
    },
    {
      key: "number",
      title: t("opportunities.number"),
      field: "NUMBER",
      spare: true,
      cell: ({ number }) => number,
    },
  ];
}
