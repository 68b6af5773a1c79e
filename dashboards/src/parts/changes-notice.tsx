import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

export interface ChangesNoticeProps {
  readonly changes: number;
  readonly onShow: () => void;
}

/** What others changed in a list that keeps still: said where it pushes nothing aside. */
export function ChangesNotice({ changes, onShow }: ChangesNoticeProps) {
  const { t } = useTranslation();
  const show = () => {
    onShow();
    // The button goes away; whoever pressed it by keyboard goes on from the page.
    document.getElementById("content")?.focus({ preventScroll: true });
  };
  return (
    <span role="status">
      {changes > 0 ? (
        <Button size="small" icon={<Icon name="refresh" size={12} />} onClick={show}>
          {t("live.changes", { count: changes })}
        </Button>
      ) : null}
    </span>
  );
}
