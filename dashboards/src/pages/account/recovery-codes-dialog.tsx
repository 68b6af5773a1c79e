import { Button, Checkbox, Modal } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "../../lib/save-file.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import styles from "./recovery-codes-dialog.module.css";

export interface RecoveryCodesDialogProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** The only time that these codes are shown: it closes when somebody says that they are kept. */
export function RecoveryCodesDialog({ codes, onClose }: RecoveryCodesDialogProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  usePrintedAlone();
  const text = codes.join("\n");
  const save = () => saveFile(`${t("account.recovery.file")}.txt`, "text/plain", `${text}\n`);
  return (
    <Modal
      open
      title={t("account.recovery.title")}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" disabled={!kept} onClick={onClose}>
          {t("account.recovery.done")}
        </Button>
      }
    >
      <p>{t("account.recovery.why")}</p>
      <ol className={styles["codes"]}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={styles["tools"]}>
        <CopyButton text={text} />
        <Button onClick={save}>{t("account.recovery.download")}</Button>
        <Button onClick={() => window.print()}>{t("account.recovery.print")}</Button>
      </div>
      <div className={styles["tools"]}>
        <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
          {t("account.recovery.kept")}
        </Checkbox>
      </div>
    </Modal>
  );
}

/** While it is open, printing leaves out the page behind it. */
function usePrintedAlone(): void {
  useEffect(() => {
    document.body.dataset["prints"] = "dialog";
    return () => {
      delete document.body.dataset["prints"];
    };
  }, []);
}
