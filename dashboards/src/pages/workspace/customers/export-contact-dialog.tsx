import { useTranslation } from "react-i18next";
import { ExportContactDataDocument, type ContactRowFragment } from "../../../gql/graphql.ts";
import { saveFile } from "../../../lib/save-file.ts";
import { usePlainCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";

export interface ContactDialogProps {
  readonly contact: ContactRowFragment;
  readonly onClose: () => void;
}

/** Everything about a person as a file; it must be whole, so the server may refuse. */
export function ExportContactDialog({ contact: { id, name }, onClose }: ContactDialogProps) {
  const { t } = useTranslation();
  const take = usePlainCommand(ExportContactDataDocument);
  const submit = async () => {
    const { exportContactData } = await take.mutateAsync({ id });
    const file = `${t("contactPrivacy.export.file")}-${name}.json`;
    saveFile(file, "application/json", JSON.stringify(exportContactData, null, 2));
  };
  return (
    <CommandDialog
      title={t("contactPrivacy.export.open")}
      verb={t("contactPrivacy.export.verb")}
      subject={name}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t("contactPrivacy.export.what")}</p>
    </CommandDialog>
  );
}
