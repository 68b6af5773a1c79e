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

const BreakGlassDialog = lazy(() => import("./break-glass-dialog.tsx"));
const ChangePasswordDialog = lazy(() => import("../session/change-password-dialog.tsx"));

export function TopBar() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<"password" | "breakGlass">();
  const close = () => setDialog(undefined);
  const mayBreakGlass =
    viewer.permissions.includes("BREAKGLASS_RUN") && viewer.breakGlassUntil === null;
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
            {
              key: "password",
              label: t("shell.changePassword"),
              onClick: () => setDialog("password"),
            },
            ...(mayBreakGlass
              ? [
                  {
                    key: "breakGlass",
                    label: t("breakGlass.open"),
                    onClick: () => setDialog("breakGlass"),
                  },
                ]
              : []),
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
      <Suspense>
        {dialog === "password" ? <ChangePasswordDialog onClose={close} /> : null}
        {dialog === "breakGlass" ? <BreakGlassDialog onClose={close} /> : null}
      </Suspense>
    </header>
  );
}
