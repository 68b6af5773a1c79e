import { useTranslation } from "react-i18next";
import { Card } from "../../parts/card.tsx";
import { Facts } from "../../parts/facts.tsx";
import { useViewer } from "../../session/use-session.ts";

export function ProfileCard() {
  const { t } = useTranslation();
  const { displayName, login, department } = useViewer();
  return (
    <Card title={t("account.profile")} hint={t("account.profileHint")}>
      <Facts
        facts={[
          { name: t("account.name"), value: displayName },
          { name: t("account.login"), value: login },
          { name: t("account.department"), value: department.name },
        ]}
      />
    </Card>
  );
}
