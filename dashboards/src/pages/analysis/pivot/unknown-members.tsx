import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";

export interface UnknownMembersProps {
  /** As they stand in the link. */
  readonly texts: readonly string[];
  readonly onDrop: () => void;
}

/** Members of a shared link that are gone or not for this reader: the rest is shown meanwhile. */
export function UnknownMembers({ texts, onDrop }: UnknownMembersProps) {
  const { t } = useTranslation();
  if (texts.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t("pivot.filters.unknown", { what: texts.join(", ") })}
      description={t("pivot.filters.unknownHint")}
      action={<Button onClick={onDrop}>{t("pivot.filters.drop")}</Button>}
    />
  );
}
