import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { ContactRowFragment } from "../../../gql/graphql.ts";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { EraseContactDialog } from "./erase-contact-dialog.tsx";
import { ExportContactDialog } from "./export-contact-dialog.tsx";

/** What a person may ask of whoever keeps their data. */
export function ContactCommands({ contact }: { readonly contact: ContactRowFragment }) {
  const { t } = useTranslation();
  const show = useDialogs();
  const { permissions } = useViewer();
  const items = [
    {
      key: "export",
      needs: "CONTACT_EXPORT",
      label: t("contactPrivacy.export.open"),
      onClick: () => show((close) => <ExportContactDialog contact={contact} onClose={close} />),
    },
    {
      key: "erase",
      needs: "CONTACT_ERASE",
      label: t("contactPrivacy.erase.open"),
      danger: true,
      onClick: () => show((close) => <EraseContactDialog contact={contact} onClose={close} />),
    },
  ] as const;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: items
          .filter(({ needs }) => permissions.includes(needs))
          .map(({ needs: _needs, ...item }) => item),
      }}
    >
      <Button size="small" aria-label={t("contactPrivacy.more", { name: contact.name })}>
        {t("contactPrivacy.moreShort")}
        <Icon name="down" size={12} />
      </Button>
    </Dropdown>
  );
}
