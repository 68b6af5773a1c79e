import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ContactRowFragment } from "../../../gql/graphql.ts";
import { ABSENT } from "../../../lib/format.ts";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { isSecret, RevealDialog } from "./reveal-dialog.tsx";

/** What the server puts in the place of a value that may not be read. */
const MASK = "***";

export interface ContactValueProps {
  readonly contact: ContactRowFragment;
  readonly field: "position" | "officePhone" | "mobile" | "email";
}

/** A value of a contact; a masked one can be shown by whoever has the right. */
export function ContactValue({ contact, field }: ContactValueProps) {
  const { t } = useTranslation();
  const show = useDialogs();
  const mayReveal = useViewer().permissions.includes("CONTACT_REVEAL");
  const value = contact[field];
  if (value !== MASK || !mayReveal || !isSecret(field)) return value ?? ABSENT;
  return (
    <>
      {value}{" "}
      <Button
        size="small"
        aria-label={t("contactPrivacy.showOf", {
          name: contact.name,
          field: t(`customers.contact.${field}`),
        })}
        onClick={() =>
          show((close) => <RevealDialog contact={contact} field={field} onClose={close} />)
        }
      >
        {t("contactPrivacy.show")}
      </Button>
    </>
  );
}
