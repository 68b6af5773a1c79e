import { Modal } from "antd";
import { useTranslation } from "react-i18next";

export interface LeaveDialogProps {
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** Before something that is not saved is left. */
export function LeaveDialog({ onLeave, onClose }: LeaveDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      width={416}
      title={t("leaving.title")}
      okText={t("leaving.leave")}
      cancelText={t("leaving.stay")}
      okButtonProps={{ danger: true }}
      onOk={() => {
        onClose();
        onLeave();
      }}
      onCancel={onClose}
    >
      <p>{t("leaving.why")}</p>
    </Modal>
  );
}
