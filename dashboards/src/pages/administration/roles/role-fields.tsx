import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** What a role is called, as it is created and renamed. */
export function RoleFields({ isCodeFixed = false }: { readonly isCodeFixed?: boolean }) {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t("commands.required") }];
  return (
    <>
      <Form.Item name="nameZh" label={t("roles.nameZh")} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="nameEn" label={t("roles.nameEn")} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="code"
        label={t("roles.code")}
        extra={t(isCodeFixed ? "roles.codeFixed" : "roles.codeHelp")}
        rules={required}
      >
        <Input maxLength={64} disabled={isCodeFixed} />
      </Form.Item>
    </>
  );
}
