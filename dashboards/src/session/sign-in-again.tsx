import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { signOut } from "./session.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Over the page somebody was working on when the session ended: nothing behind it is lost. */
export default function SignInAgain() {
  const { t } = useTranslation();
  return (
    <Modal
      open
      width={400}
      footer={null}
      mask={{ closable: false }}
      keyboard={false}
      onCancel={() => void signOut()}
      closable={{ "aria-label": t("signIn.leave") }}
      title={t("signIn.againTitle")}
    >
      <p style={{ marginBottom: 16 }}>{t("signIn.again")}</p>
      <SignInForm keepsPage />
    </Modal>
  );
}
