import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../lib/problem.ts";
import { NewPasswordFields } from "./new-password-fields.tsx";
import { Refused } from "../parts/refused.tsx";
import { changePassword } from "./session.ts";
import { useViewer } from "./use-session.ts";

interface Passwords {
  readonly current: string;
  readonly next: string;
}

export function ChangePasswordForm({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useTranslation();
  const { login } = useViewer();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ current, next }: Passwords) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await changePassword(current, next);
      onDone?.();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form<Passwords>
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => void submit(typed)}
    >
      {problem ? (
        <Form.Item>
          <Refused problem={problem} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="current"
        label={t("password.current")}
        rules={[{ required: true, message: t("signIn.needPassword") }]}
      >
        <Input autoFocus type="password" autoComplete="current-password" />
      </Form.Item>
      <NewPasswordFields login={login} />
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t("password.submit")}
      </Button>
    </Form>
  );
}
