import { Alert } from "antd";
import { useTranslation } from "react-i18next";

/** A shared link that is damaged: what was left out, so that nobody takes the rest for the whole. */
export function UnreadNotice({ texts }: { readonly texts: readonly string[] }) {
  const { t } = useTranslation();
  if (texts.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t("states.badLink", { what: texts.join(", ") })}
    />
  );
}
