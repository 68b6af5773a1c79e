import { useTranslation } from "react-i18next";
import { AppearanceMenu } from "../app/appearance-menu.tsx";
import { LanguageSwitch } from "../app/language-switch.tsx";
import styles from "./sign-in-page.module.css";
import { SignInForm } from "./sign-in-form.tsx";

export function SignInPage() {
  const { t } = useTranslation();
  return (
    <div className={styles["page"]}>
      <div className={styles["switches"]}>
        <LanguageSwitch />
        <AppearanceMenu />
      </div>
      <main className={styles["panel"]}>
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1 className={styles["title"]}>{t("product.name")}</h1>
        <SignInForm />
      </main>
    </div>
  );
}
