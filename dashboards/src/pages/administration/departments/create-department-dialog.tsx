import { useTranslation } from "react-i18next";
import { CreateDepartmentDocument, type CreateDepartmentInput } from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { DepartmentFields, type DepartmentDialogProps } from "./department-fields.tsx";

export interface CreateDepartmentDialogProps extends DepartmentDialogProps {
  readonly onCreated: (id: string) => void;
}

/** A new department below the one that the dialog is about. */
export function CreateDepartmentDialog(props: CreateDepartmentDialogProps) {
  const { department, onCreated, onClose } = props;
  const { t } = useTranslation();
  const create = useCommand(CreateDepartmentDocument);
  const submit = async (typed: Omit<CreateDepartmentInput, "parentId">) => {
    const { createDepartment } = await create.mutateAsync({ ...typed, parentId: department.id });
    if (createDepartment) onCreated(createDepartment.id);
  };
  return (
    <CommandDialog<Omit<CreateDepartmentInput, "parentId">>
      title={t("departments.create.title")}
      verb={t("departments.create.verb")}
      subject={`${t("departments.above")} · ${department.name}`}
      onSubmit={submit}
      onClose={onClose}
    >
      <DepartmentFields />
    </CommandDialog>
  );
}
