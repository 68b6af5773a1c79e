import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** One's own password, named as in every input that asks for it. */
export function PasswordField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="password"
      label={t("account.twoStep.password")}
      rules={[{ required: true, message: t("signIn.needPassword") }]}
    >
      <Input autoFocus type="password" autoComplete="current-password" />
    </Form.Item>
  );
}

/** A code that the authenticator app shows now. */
export function CodeField({
  label,
  isFirst = false,
}: {
  readonly label: string;
  readonly isFirst?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="code"
      label={label}
      rules={[{ required: true, whitespace: true, message: t("account.twoStep.needCode") }]}
    >
      <Input autoFocus={isFirst} autoComplete="one-time-code" spellCheck={false} maxLength={32} />
    </Form.Item>
  );
}
