import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** Why something is done that touches a person; the audit log keeps it. */
export function ReasonField() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={t("commands.reason")}
      rules={[{ required: true, whitespace: true, message: t("commands.required") }]}
    >
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  );
}
