import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../lib/problem.ts";
import { changePassword } from "./session.ts";

/** The server decides; this only saves a round trip for the plainest case. */
const LEAST_CHARACTERS = 12;

interface Passwords {
  readonly current: string;
  readonly next: string;
}

export function ChangePasswordForm({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useTranslation();
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
  const least = LEAST_CHARACTERS;
  return (
    <Form<Passwords>
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => void submit(typed)}
    >
      {problem ? (
        <Form.Item>
          <Refusal problem={problem} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="current"
        label={t("password.current")}
        rules={[{ required: true, message: t("signIn.needPassword") }]}
      >
        <Input autoFocus type="password" autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t("password.new")}
        extra={t("password.hint", { least })}
        rules={[{ required: true, min: least, message: t("password.short", { least }) }]}
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
              typed === form.getFieldValue("next")
                ? Promise.resolve()
                : Promise.reject(new Error(t("password.differ"))),
          }),
        ]}
      >
        <Input type="password" autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t("password.submit")}
      </Button>
    </Form>
  );
}

function Refusal({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const issues = problem.issues.map((issue) => issue.message).join(" ");
  const text = issues || problem.message || t(`problems.${problem.code}.title`);
  return <Alert type="error" showIcon title={text} />;
}
