import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  RevealContactDocument,
  type ContactRowFragment,
  type ContactSecret,
} from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { ReasonField } from "./reason-field.tsx";

const SECRETS = {
  officePhone: "OFFICE_PHONE",
  mobile: "MOBILE",
  email: "EMAIL",
} as const satisfies Record<string, ContactSecret>;

type Secret = keyof typeof SECRETS;

export const isSecret = (field: string): field is Secret => field in SECRETS;

export interface RevealDialogProps {
  readonly contact: ContactRowFragment;
  readonly field: Secret;
  readonly onClose: () => void;
}

/** A reason, then the value for as long as the dialog is open: the page goes on showing the mask. */
export function RevealDialog({ contact: { id, name }, field, onClose }: RevealDialogProps) {
  const { t } = useTranslation();
  const reveal = useCommand(RevealContactDocument);
  const [shown, setShown] = useState<string>();
  const caption = t(`customers.contact.${field}`);
  if (shown !== undefined) {
    return (
      <Modal
        open
        title={`${name} · ${caption}`}
        onCancel={onClose}
        footer={<Button onClick={onClose}>{t("contactPrivacy.reveal.close")}</Button>}
      >
        <output style={{ fontSize: 16 }}>{shown || t("contactPrivacy.reveal.empty")}</output>
      </Modal>
    );
  }
  const submit = async ({ reason }: { readonly reason: string }) => {
    const answer = await reveal.mutateAsync({ id, field: SECRETS[field], reason });
    setShown(answer.revealContact?.value ?? "");
  };
  return (
    <CommandDialog<{ readonly reason: string }>
      title={t("contactPrivacy.reveal.title")}
      verb={t("contactPrivacy.show")}
      onSubmit={submit}
      onDone={() => undefined}
      onClose={onClose}
    >
      <p style={{ marginBottom: 16 }}>
        {t("contactPrivacy.reveal.what", { name, field: caption })}
      </p>
      <ReasonField />
    </CommandDialog>
  );
}
