import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Card } from "../../../parts/card.tsx";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { Facts } from "../../../parts/facts.tsx";
import { EditUserDialog } from "./edit-user-dialog.tsx";
import type { User } from "./user.page.tsx";

/** Who somebody is and where they belong. */
export function ProfileCard({ user }: { readonly user: User }) {
  const { t } = useTranslation();
  const show = useDialogs();
  return (
    <Card
      title={t("users.profile")}
      tools={
        <Button
          size="small"
          onClick={() => show((close) => <EditUserDialog user={user} onClose={close} />)}
        >
          {t("users.edit.title")}
        </Button>
      }
    >
      <Facts
        facts={[
          { name: t("users.login"), value: user.login },
          { name: t("users.department"), value: user.department.name },
          { name: t("users.email"), value: user.email },
          { name: t("users.phone"), value: user.phone },
          { name: t("users.language"), value: t(`users.languages.${user.locale}`) },
        ]}
      />
    </Card>
  );
}
