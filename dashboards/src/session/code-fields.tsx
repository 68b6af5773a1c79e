import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./sign-in-page.module.css";

/** The second step of signing in: a code of the app, or one of the codes kept for the day it is lost. */
export function CodeFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const [kind, setKind] = useState<"app" | "recovery">("app");
  const other = kind === "app" ? "recovery" : "app";
  const change = () => {
    form.resetFields(["code"]);
    setKind(other);
  };
  return (
    <>
      <p className={styles["note"]}>{t(`signIn.${kind}.hint`)}</p>
      <Form.Item
        name="code"
        label={t(`signIn.${kind}.label`)}
        rules={[{ required: true, whitespace: true, message: t(`signIn.${kind}.need`) }]}
      >
        <Input
          key={kind}
          autoFocus
          size="large"
          spellCheck={false}
          maxLength={32}
          {...(kind === "app"
            ? { autoComplete: "one-time-code", inputMode: "numeric" }
            : { autoComplete: "off", autoCapitalize: "characters" })}
        />
      </Form.Item>
      <p className={styles["aside"]}>
        <Button type="link" size="small" onClick={change}>
          {t(`signIn.${other}.use`)}
        </Button>
      </p>
    </>
  );
}
