import { Button, Dropdown } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Icon } from "../parts/icon.tsx";
import { signOut } from "../session/session.ts";
import { useViewer } from "../session/use-session.ts";
import { AppearanceMenu } from "./appearance-menu.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { LineBadge } from "./line-badge.tsx";
import styles from "./top-bar.module.css";

const ChangePasswordDialog = lazy(() => import("../session/change-password-dialog.tsx"));

export function TopBar() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  return (
    <header className={styles["bar"]}>
      <LineBadge />
      <LanguageSwitch />
      <AppearanceMenu />
      <Dropdown
        trigger={["click"]}
        getPopupContainer={(button) => button.parentElement ?? document.body}
        menu={{
          items: [
            { key: "where", label: viewer.department.name, disabled: true },
            {
              key: "account",
              label: t("shell.myAccount"),
              onClick: () => void navigate("/account"),
            },
            { key: "password", label: t("shell.changePassword"), onClick: () => setChanging(true) },
            { type: "divider" },
            { key: "leave", label: t("shell.signOut"), onClick: () => void signOut() },
          ],
        }}
      >
        <Button
          type="text"
          icon={<Icon name="person" />}
          aria-label={t("shell.account", { name: viewer.displayName })}
        >
          {viewer.displayName}
        </Button>
      </Dropdown>
      {changing ? (
        <Suspense>
          <ChangePasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      ) : null}
    </header>
  );
}
