import { useTranslation } from "react-i18next";
import { Link } from "react-router";

/** From a record to its list. */
export function BackLink({ to }: { readonly to: string }) {
  const { t } = useTranslation();
  return (
    <p style={{ marginBottom: 8, fontSize: 12 }}>
      <Link to={to}>← {t("lists.back")}</Link>
    </p>
  );
}
