import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { CreateRoleDialog } from "./create-role-dialog.tsx";
import { DeleteRoleDialog } from "./delete-role-dialog.tsx";
import { RenameRoleDialog } from "./rename-role-dialog.tsx";
import type { Role } from "./use-role-draft.ts";

/** What can be done with a role as a whole. */
export function RoleCommands({ role }: { readonly role: Role }) {
  const { t } = useTranslation();
  const show = useDialogs();
  const { permissions } = useViewer();
  return (
    <>
      {permissions.includes("ROLE_UPDATE") ? (
        <Button onClick={() => show((close) => <RenameRoleDialog role={role} onClose={close} />)}>
          {t("roles.rename.title")}
        </Button>
      ) : null}
      {permissions.includes("ROLE_CREATE") ? (
        <Button
          onClick={() => show((close) => <CreateRoleDialog copyOf={role.id} onClose={close} />)}
        >
          {t("roles.copy")}
        </Button>
      ) : null}
      {permissions.includes("ROLE_DELETE") && !role.builtIn ? (
        <Button
          danger
          onClick={() => show((close) => <DeleteRoleDialog role={role} onClose={close} />)}
        >
          {t("roles.delete.title")}
        </Button>
      ) : null}
    </>
  );
}
