import { useTranslation } from "react-i18next";
import { ABSENT, useFormats } from "../../../lib/format.ts";
import { RecordTable } from "../../../parts/record-table.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";
import type { Opportunity } from "./opportunity.page.tsx";

export function Products({ products }: { readonly products: Opportunity["products"] }) {
  const { t } = useTranslation();
  const { amount, number } = useFormats();
  if (products.length === 0) return <StateMessage title={t("opportunities.noProducts")} />;
  return (
    <RecordTable
      caption={t("opportunities.products")}
      rows={products}
      keyOf={(line) => line.id}
      columns={[
        {
          key: "product",
          title: t("opportunities.product"),
          cell: ({ product }) => product?.name ?? ABSENT,
        },
        {
          key: "quantity",
          title: t("opportunities.quantity"),
          align: "right",
          cell: ({ quantity }) => number(quantity),
        },
        {
          key: "unitPrice",
          title: t("opportunities.unitPrice"),
          align: "right",
          cell: ({ unitPrice, currency }) => amount(unitPrice, currency),
        },
      ]}
    />
  );
}
