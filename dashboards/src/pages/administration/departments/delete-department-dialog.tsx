import { useTranslation } from "react-i18next";
import { DeleteDepartmentDocument } from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import type { DepartmentDialogProps } from "./department-fields.tsx";

export interface DeleteDepartmentDialogProps extends DepartmentDialogProps {
  readonly onDeleted: () => void;
}

/** Removes an empty department; the server says by what it is still used. */
export function DeleteDepartmentDialog(props: DeleteDepartmentDialogProps) {
  const { department, onDeleted, onClose } = props;
  const { t } = useTranslation();
  const remove = useCommand(DeleteDepartmentDocument);
  const { id, version, name, code } = department;
  const submit = async () => {
    await remove.mutateAsync({ id, version });
    onDeleted();
  };
  return (
    <CommandDialog<{ version: number }>
      danger
      title={t("departments.delete.title")}
      verb={t("departments.delete.verb")}
      subject={`${name} · ${code}`}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t("departments.delete.what")}</p>
    </CommandDialog>
  );
}
