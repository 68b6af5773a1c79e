import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** What happened to a record while a dialog about it is open. */
export interface Meanwhile {
  /** Absent where it is gone, or outside the reader's rights. */
  readonly version?: number;
  readonly title: string;
  /** What changed, from what to what, by whom. */
  readonly what?: ReactNode;
  /** Whether the command still makes sense. */
  readonly isPossible: boolean;
}

export interface MeanwhileNoticeProps {
  readonly meanwhile: Meanwhile;
  readonly verb: string;
  readonly busy: boolean;
  /** Sends what was typed for the record as it is now. */
  readonly onGoOn: () => void;
}

/** Says so in the dialog before anything is sent, with a way to go on without typing again. */
export function MeanwhileNotice({ meanwhile, verb, busy, onGoOn }: MeanwhileNoticeProps) {
  const { t } = useTranslation();
  const { title, what, isPossible } = meanwhile;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={title}
      description={
        <>
          {what}
          {isPossible ? (
            <Button size="small" style={{ marginTop: 8 }} loading={busy} onClick={onGoOn}>
              {t("live.goOn", { verb })}
            </Button>
          ) : (
            <p>{t("live.impossible")}</p>
          )}
        </>
      }
    />
  );
}
