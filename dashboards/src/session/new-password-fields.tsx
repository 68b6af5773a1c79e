import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { PasswordRules } from "./password-rules.tsx";

/** A new password and the same once more; the fields are called `next` and `repeat`. */
export function NewPasswordFields({ login }: { readonly login: string }) {
  const { t } = useTranslation();
  const next = Form.useWatch<string | undefined>("next") ?? "";
  return (
    <>
      <Form.Item
        name="next"
        label={t("password.new")}
        extra={<PasswordRules password={next} login={login} />}
        rules={[{ required: true, message: t("password.needNew") }]}
      >
        <Input type="password" autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t("password.repeat")}
        dependencies={["next"]}
        rules={[
          (form) => ({
            validator: (_rule, typed) =>
              (typed ?? "") === (form.getFieldValue("next") ?? "")
                ? Promise.resolve()
                : Promise.reject(new Error(t("password.differ"))),
          }),
        ]}
      >
        <Input type="password" autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
