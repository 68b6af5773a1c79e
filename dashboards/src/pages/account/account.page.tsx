import "../../i18n/account.ts";
import { useTranslation } from "react-i18next";
import { PageHead } from "../../parts/page-head.tsx";
import { Stack } from "../../parts/stack.tsx";
import styles from "./account.module.css";
import { LanguageCard } from "./language-card.tsx";
import { PasswordCard } from "./password-card.tsx";
import { ProfileCard } from "./profile-card.tsx";
import { SessionsCard } from "./sessions-card.tsx";
import { TwoStepCard } from "./two-step-card.tsx";

/** What everybody may see and change of themselves. */
export default function AccountPage() {
  const { t } = useTranslation();
  return (
    <div className={styles["page"]}>
      <PageHead title={t("account.title")} />
      <Stack>
        <ProfileCard />
        <div className={styles["pair"]}>
          <PasswordCard />
          <LanguageCard />
        </div>
        <TwoStepCard />
        <SessionsCard />
      </Stack>
    </div>
  );
}
