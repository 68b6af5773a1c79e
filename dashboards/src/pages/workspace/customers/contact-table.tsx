import { useTranslation } from "react-i18next";
import type { ContactRowFragment } from "../../../gql/graphql.ts";
import { RecordTable } from "../../../parts/record-table.tsx";
import { StateMessage } from "../../../parts/state-message.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { ContactCommands } from "./contact-commands.tsx";
import { ContactValue } from "./contact-value.tsx";

export function ContactTable({ contacts }: { readonly contacts: readonly ContactRowFragment[] }) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  if (contacts.length === 0) return <StateMessage title={t("customers.noContacts")} />;
  const hasCommands =
    permissions.includes("CONTACT_EXPORT") || permissions.includes("CONTACT_ERASE");
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
          cell: (contact: ContactRowFragment) => <ContactValue contact={contact} field={key} />,
        })),
        ...(hasCommands
          ? [
              {
                key: "commands",
                title: "",
                align: "right" as const,
                cell: (contact: ContactRowFragment) => <ContactCommands contact={contact} />,
              },
            ]
          : []),
      ]}
    />
  );
}
