import { useTranslation } from "react-i18next";
import type { ContactRowFragment } from "../../../gql/graphql.ts";
import { ABSENT } from "../../../lib/format.ts";
import { RecordTable } from "../../../parts/record-table.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";

export function ContactTable({ contacts }: { readonly contacts: readonly ContactRowFragment[] }) {
  const { t } = useTranslation();
  if (contacts.length === 0) return <StateMessage title={t("customers.noContacts")} />;
  return (
    <RecordTable
      caption={t("customers.contacts")}
      rows={contacts}
      keyOf={(contact) => contact.id}
      columns={[
        {
          key: "name",
          title: t("customers.contact.name"),
          cell: ({ name, isPrimary }) => (isPrimary ? `${name} · ${t("customers.primary")}` : name),
        },
        ...(["position", "officePhone", "mobile", "email"] as const).map((key) => ({
          key,
          title: t(`customers.contact.${key}`),
          cell: (contact: ContactRowFragment) => contact[key] ?? ABSENT,
        })),
      ]}
    />
  );
}
