import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Card } from "../../../parts/card.tsx";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { ActivationDialog } from "./activation-dialog.tsx";
import { ResetTotpDialog } from "./reset-totp-dialog.tsx";
import { SetPasswordDialog } from "./set-password-dialog.tsx";
import type { User } from "./user.page.tsx";

/** How somebody signs in, or that they do not any more. */
export function SecurityCard({ user }: { readonly user: User }) {
  const { t } = useTranslation();
  const show = useDialogs();
  const isOwn = useViewer().id === user.id;
  return (
    <Card title={t("users.security")}>
      <p style={{ marginBottom: 12, color: "var(--text-secondary)", fontSize: 12 }}>
        {t(isOwn ? "users.setPassword.self" : "users.securityHelp")}
      </p>
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
        {isOwn ? null : (
          <Button
            onClick={() => show((close) => <SetPasswordDialog user={user} onClose={close} />)}
          >
            {t("users.setPassword.title")}
          </Button>
        )}
        <Button onClick={() => show((close) => <ResetTotpDialog user={user} onClose={close} />)}>
          {t("users.resetTotp.title")}
        </Button>
        <Button
          danger={user.active}
          onClick={() => show((close) => <ActivationDialog user={user} onClose={close} />)}
        >
          {t(user.active ? "users.deactivate.title" : "users.activate.title")}
        </Button>
      </div>
    </Card>
  );
}
