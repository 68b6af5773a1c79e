import { useTranslation } from "react-i18next";
import { useFormats } from "../../../lib/format.ts";
import type { Fact } from "../../../parts/facts.tsx";
import type { Customer } from "./customer.page.tsx";
import { tierName } from "./tier-name.ts";

/** Protected fields come as null or masked; either way the page shows what it was given. */
export function useProfileFacts(customer: Customer): Fact[] {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const outOf5 = (value: number | null) =>
    value === null ? null : t("customers.outOf5", { value });
  return [
    { name: t("customers.number"), value: customer.number },
    { name: t("customers.tier"), value: tierName(t, customer.tier) },
    { name: t("customers.region"), value: customer.region },
    { name: t("customers.industry"), value: customer.industry },
    { name: t("customers.accountManager"), value: customer.accountManager?.displayName ?? null },
    { name: t("customers.phone"), value: customer.phone },
    { name: t("customers.website"), value: customer.website },
    { name: t("customers.address"), value: customer.address },
    { name: t("customers.postcode"), value: customer.postcode },
    { name: t("customers.fax"), value: customer.fax },
    { name: t("customers.satisfaction"), value: outOf5(customer.satisfaction) },
    { name: t("customers.credit"), value: outOf5(customer.credit) },
    { name: t("customers.parentCustomer"), value: customer.parentCustomer?.name ?? null },
    { name: t("customers.tags"), value: customer.tags?.join(", ") ?? null },
    { name: t("customers.createdAt"), value: instant(customer.createdAt) },
    { name: t("customers.createdBy"), value: customer.createdBy?.displayName ?? null },
  ];
}

export function useBusinessFacts(customer: Customer): Fact[] {
  const { t } = useTranslation();
  const { number } = useFormats();
  return [
    { name: t("customers.employeeCount"), value: number(customer.employeeCount) },
    { name: t("customers.registeredCapital"), value: number(customer.registeredCapital) },
    { name: t("customers.annualTurnover"), value: number(customer.annualTurnover) },
    { name: t("customers.legalPerson"), value: customer.legalPerson },
    { name: t("customers.licenceNo"), value: customer.licenceNo },
    { name: t("customers.bank"), value: customer.bank },
    { name: t("customers.bankAccount"), value: customer.bankAccount },
    { name: t("customers.nationalTaxNo"), value: customer.nationalTaxNo },
    { name: t("customers.localTaxNo"), value: customer.localTaxNo },
  ];
}
