import { Button } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./edit-bar.module.css";
import type { RoleDraft } from "./use-role-draft.ts";

export interface EditBarProps {
  readonly count: number;
  readonly draft: RoleDraft;
  readonly onReview: () => void;
}

/** How much is changed and not saved, and what to do with it; in sight however long the matrix is. */
export function EditBar({ count, draft, onReview }: EditBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles["bar"]}>
      <span role="status" className={styles["count"]} data-some={count > 0}>
        {count > 0 ? t("roles.unsaved", { count }) : t("roles.nothingUnsaved")}
      </span>
      <Button disabled={!draft.canUndo} onClick={draft.undo}>
        {t("roles.undo")}
      </Button>
      <Button disabled={count === 0} onClick={draft.discard}>
        {t("roles.discard")}
      </Button>
      <Button type="primary" disabled={count === 0} onClick={onReview}>
        {t("roles.review")}
      </Button>
    </div>
  );
}
