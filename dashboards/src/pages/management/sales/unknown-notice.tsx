import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";

export interface UnknownNoticeProps {
  readonly keys: readonly string[];
  readonly onRemove: () => void;
}

/** A shared link may name whom this reader does not know: the page then shows more than the link meant. */
export function UnknownNotice({ keys, onRemove }: UnknownNoticeProps) {
  const { t } = useTranslation();
  if (keys.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={t("filters.unknown", { what: keys.join(", ") })}
      action={
        <Button size="small" onClick={onRemove}>
          {t("filters.removeUnknown")}
        </Button>
      }
    />
  );
}
