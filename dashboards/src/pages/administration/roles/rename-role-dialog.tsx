import { useTranslation } from "react-i18next";
import { UpdateRoleDocument, type UpdateRoleInput } from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { RoleFields } from "./role-fields.tsx";
import type { Role } from "./use-role-draft.ts";

export interface RoleDialogProps {
  readonly role: Role;
  readonly onClose: () => void;
}

export function RenameRoleDialog({ role, onClose }: RoleDialogProps) {
  const { t } = useTranslation();
  const rename = useCommand(UpdateRoleDocument);
  const { id, version, code, nameZh, nameEn, builtIn } = role;
  return (
    <CommandDialog<Omit<UpdateRoleInput, "id">>
      title={t("roles.rename.title")}
      verb={t("roles.rename.verb")}
      initial={{ version, code, nameZh, nameEn }}
      onSubmit={(typed) => rename.mutateAsync({ id, ...typed })}
      onClose={onClose}
    >
      <RoleFields isCodeFixed={builtIn} />
    </CommandDialog>
  );
}
