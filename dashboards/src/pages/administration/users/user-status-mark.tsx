import { useTranslation } from "react-i18next";
import { Mark } from "../../../parts/mark.tsx";

export function UserStatusMark({ active }: { readonly active: boolean }) {
  const { t } = useTranslation();
  return (
    <Mark tone={active ? "active" : "plain"}>
      {t(active ? "users.statuses.active" : "users.statuses.inactive")}
    </Mark>
  );
}
