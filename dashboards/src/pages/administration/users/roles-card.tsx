import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card } from "../../../parts/card.tsx";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { useRoleNames } from "../use-role-names.ts";
import { ChangeRolesDialog } from "./change-roles-dialog.tsx";
import type { User } from "./user.page.tsx";

/** The roles of somebody, each leading to what it may do. */
export function RolesCard({ user }: { readonly user: User }) {
  const { t } = useTranslation();
  const show = useDialogs();
  const { permissions } = useViewer();
  const { roles, nameOf } = useRoleNames();
  const held = user.roles ?? [];
  return (
    <Card
      title={t("users.roles")}
      tools={
        permissions.includes("ROLE_ASSIGN") ? (
          <Button
            size="small"
            onClick={() => show((close) => <ChangeRolesDialog user={user} onClose={close} />)}
          >
            {t("users.changeRoles.title")}
          </Button>
        ) : null
      }
    >
      {held.length === 0 ? (
        <p style={{ color: "var(--text-secondary)" }}>{t("users.noRoles")}</p>
      ) : null}
      <ul style={{ display: "grid", gap: 8 }}>
        {held.map((code) => {
          const role = roles.find((one) => one.code === code);
          return (
            <li key={code}>
              {role ? (
                <Link to={`/administration/roles/${role.id}`}>{nameOf(code)}</Link>
              ) : (
                nameOf(code)
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
