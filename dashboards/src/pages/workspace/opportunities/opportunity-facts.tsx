import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormats } from "../../../lib/format.ts";
import type { Fact } from "../../../parts/facts.tsx";
import type { Opportunity } from "./opportunity.page.tsx";

export function useOpportunityFacts(opportunity: Opportunity): Fact[] {
  const { t } = useTranslation();
  const { amount, day, instant, percent } = useFormats();
  const { customer, customerName, currency, status } = opportunity;
  const closed = status === "WON" || status === "LOST";
  return [
    { name: t("opportunities.number"), value: opportunity.number },
    {
      name: t("opportunities.customer"),
      value: customer ? (
        <Link to={`/customers/${customer.id}`}>{customer.name}</Link>
      ) : (
        customerName
      ),
    },
    {
      name: t("opportunities.estimatedAmount"),
      value: amount(opportunity.estimatedAmount, currency),
    },
    { name: t("opportunities.successRate"), value: percent(opportunity.successRate) },
    { name: t("opportunities.expectedCloseOn"), value: day(opportunity.expectedCloseOn) },
    { name: t("opportunities.assignee"), value: opportunity.assignee?.displayName ?? null },
    { name: t("opportunities.assignedAt"), value: instant(opportunity.assignedAt) },
    { name: t("opportunities.source"), value: opportunity.source?.caption ?? null },
    { name: t("opportunities.contactName"), value: opportunity.contactName },
    { name: t("opportunities.contactPhone"), value: opportunity.contactPhone },
    { name: t("opportunities.createdAt"), value: instant(opportunity.createdAt) },
    { name: t("opportunities.createdBy"), value: opportunity.createdBy?.displayName ?? null },
    ...(closed
      ? [{ name: t("opportunities.closedAt"), value: instant(opportunity.closedAt) }]
      : []),
    ...(status === "WON"
      ? [
          {
            name: t("opportunities.closedAmount"),
            value: amount(opportunity.closedAmount, currency),
          },
        ]
      : []),
    ...(status === "LOST"
      ? [{ name: t("opportunities.lossReason"), value: opportunity.lossReason?.caption ?? null }]
      : []),
    ...(closed
      ? [{ name: t("opportunities.closeNote"), value: opportunity.closeNote, wide: true }]
      : []),
    { name: t("opportunities.description"), value: opportunity.description, wide: true },
    { name: t("opportunities.strategy"), value: opportunity.strategy, wide: true },
  ];
}
