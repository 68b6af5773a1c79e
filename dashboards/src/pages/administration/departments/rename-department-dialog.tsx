import { useTranslation } from "react-i18next";
import { UpdateDepartmentDocument, type UpdateDepartmentInput } from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { DepartmentFields, type DepartmentDialogProps } from "./department-fields.tsx";

export function RenameDepartmentDialog({ department, onClose }: DepartmentDialogProps) {
  const { t } = useTranslation();
  const rename = useCommand(UpdateDepartmentDocument);
  const { id, version, name, code } = department;
  return (
    <CommandDialog<Omit<UpdateDepartmentInput, "id">>
      title={t("departments.rename.title")}
      verb={t("departments.rename.verb")}
      initial={{ version, name, code }}
      onSubmit={(typed) => rename.mutateAsync({ id, ...typed })}
      onClose={onClose}
    >
      <DepartmentFields />
    </CommandDialog>
  );
}
