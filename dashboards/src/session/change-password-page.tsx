import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ChangePasswordForm } from "./change-password-form.tsx";
import { signOut } from "./session.ts";
import styles from "./sign-in-page.module.css";

/** Until a required change is done the server answers nothing else, so nothing else is shown. */
export default function ChangePasswordPage() {
  const { t } = useTranslation();
  return (
    <div className={styles["page"]}>
      <div className={styles["switches"]}>
        <Button type="text" onClick={() => void signOut()}>
          {t("shell.signOut")}
        </Button>
      </div>
      <main className={styles["panel"]}>
        <h1 className={styles["title"]}>{t("password.title")}</h1>
        <p className={styles["why"]}>{t("password.why")}</p>
        <ChangePasswordForm />
      </main>
    </div>
  );
}
