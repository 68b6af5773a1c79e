import { useTranslation } from "react-i18next";
import { UpdateUserDocument, type UpdateUserInput } from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { UserFields } from "./user-fields.tsx";
import type { User } from "./user.page.tsx";

export interface UserDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

export function EditUserDialog({ user, onClose }: UserDialogProps) {
  const { t } = useTranslation();
  const update = useCommand(UpdateUserDocument);
  const { id, version, displayName, department, email, phone, locale } = user;
  const submit = (typed: Omit<UpdateUserInput, "id">) =>
    update.mutateAsync({
      ...typed,
      id,
      email: typed.email || null,
      phone: typed.phone || null,
    });
  return (
    <CommandDialog<Omit<UpdateUserInput, "id">>
      title={t("users.edit.title")}
      verb={t("users.edit.verb")}
      initial={{ version, displayName, departmentId: department.id, email, phone, locale }}
      onSubmit={submit}
      onClose={onClose}
    >
      <UserFields />
    </CommandDialog>
  );
}
