import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { ChangePasswordForm } from "./change-password-form.tsx";

export interface ChangePasswordDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function ChangePasswordDialog({ open, onClose }: ChangePasswordDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      width={400}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
      title={t("password.title")}
    >
      <ChangePasswordForm onDone={onClose} />
    </Modal>
  );
}
