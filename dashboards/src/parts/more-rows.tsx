import { Button } from "antd";
import { useTranslation } from "react-i18next";

export interface MoreRowsProps {
  readonly shown: number;
  readonly total: number | undefined;
  readonly hasMore: boolean;
  readonly busy: boolean;
  readonly onMore?: () => void;
}

/** Below a list: how much of it is shown, and the next rows on demand. */
export function MoreRows({ shown, total, hasMore, busy, onMore }: MoreRowsProps) {
  const { t } = useTranslation();
  return (
    <div style={{ display: "flex", alignItems: "center", gap: 16, paddingTop: 12 }}>
      <span role="status" style={{ color: "var(--text-secondary)", fontSize: 12 }}>
        {t("lists.shown", { shown, total: total ?? shown })}
      </span>
      {hasMore ? (
        <Button size="small" loading={busy} {...(onMore ? { onClick: onMore } : {})}>
          {t("lists.more")}
        </Button>
      ) : null}
    </div>
  );
}
