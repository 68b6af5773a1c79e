import { Alert, Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../../parts/copy-button.tsx";
import styles from "./secret-dialog.module.css";

export interface SecretDialogProps {
  readonly secret: string;
  readonly onClose: () => void;
}

/** The only time that a key is shown: it closes when somebody says that it is kept. */
export function SecretDialog({ secret, onClose }: SecretDialogProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <Modal
      open
      width={600}
      title={t("apiKeys.made")}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" disabled={!kept} onClick={onClose}>
          {t("apiKeys.close")}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t("apiKeys.madeHint")} />
      <div className={styles["secret"]}>
        <code aria-label={t("apiKeys.secret")}>{secret}</code>
        <CopyButton text={secret} />
      </div>
      <p className={styles["usage"]}>
        {t("apiKeys.usage")} <code>Authorization: Bearer crm_…</code>
      </p>
      <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
        {t("apiKeys.kept")}
      </Checkbox>
    </Modal>
  );
}
