import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { ChangePasswordForm } from "./change-password-form.tsx";

export interface ChangePasswordDialogProps {
  readonly onClose: () => void;
}

export default function ChangePasswordDialog({ onClose }: ChangePasswordDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal open width={400} footer={null} onCancel={onClose} title={t("password.title")}>
      <ChangePasswordForm onDone={onClose} />
    </Modal>
  );
}
