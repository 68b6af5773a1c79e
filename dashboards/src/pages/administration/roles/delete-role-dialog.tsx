import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { DeleteRoleDocument } from "../../../gql/graphql.ts";
import { useCommand } from "../../../lib/use-command.ts";
import { CommandDialog } from "../../../parts/command-dialog.tsx";
import { useRoleName } from "../role-name.ts";
import type { RoleDialogProps } from "./rename-role-dialog.tsx";

/** Removes a role that nobody holds; the server says why where it does not. */
export function DeleteRoleDialog({ role, onClose }: RoleDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nameOf = useRoleName();
  const remove = useCommand(DeleteRoleDocument);
  const { id, version } = role;
  const submit = async () => {
    await remove.mutateAsync({ id, version });
    void navigate("/administration/roles");
  };
  return (
    <CommandDialog<{ version: number }>
      danger
      title={t("roles.delete.title")}
      verb={t("roles.delete.verb")}
      subject={`${nameOf(role)} · ${role.code}`}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t("roles.delete.what")}</p>
    </CommandDialog>
  );
}
