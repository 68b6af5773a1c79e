import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { EraseContactDocument } from "../../../gql/graphql.ts";
import { usePlainCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import type { ContactDialogProps } from "./export-contact-dialog.tsx";
import { ReasonField } from "./reason-field.tsx";

interface Erasing {
  readonly reason: string;
  /** Typed, so that nobody erases the wrong person by a slip. */
  readonly name: string;
}

export function EraseContactDialog({ contact: { id, name }, onClose }: ContactDialogProps) {
  const { t } = useTranslation();
  const erase = usePlainCommand(EraseContactDocument);
  return (
    <CommandDialog<Erasing>
      danger
      title={t("contactPrivacy.erase.title")}
      verb={t("contactPrivacy.erase.verb")}
      subject={name}
      onSubmit={({ reason }) => erase.mutateAsync({ id, reason })}
      onClose={onClose}
    >
      <p style={{ marginBottom: 16 }}>{t("contactPrivacy.erase.what")}</p>
      <ReasonField />
      <Form.Item
        name="name"
        label={t("contactPrivacy.erase.name", { name })}
        rules={[
          { required: true, message: t("commands.required") },
          { type: "enum", enum: [name], message: t("contactPrivacy.erase.differs") },
        ]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </CommandDialog>
  );
}
