import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Card } from "../../parts/card.tsx";
import { useDialogs } from "../../parts/dialog-host.tsx";
import ChangePasswordDialog from "../../session/change-password-dialog.tsx";
import styles from "./account.module.css";

export function PasswordCard() {
  const { t } = useTranslation();
  const show = useDialogs();
  return (
    <Card title={t("account.password")}>
      <p className={styles["why"]}>{t("account.passwordHint")}</p>
      <Button onClick={() => show((close) => <ChangePasswordDialog onClose={close} />)}>
        {t("password.submit")}
      </Button>
    </Card>
  );
}
