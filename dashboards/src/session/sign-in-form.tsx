import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../lib/problem.ts";
import { signIn } from "./session.ts";

interface Credentials {
  readonly login: string;
  readonly password: string;
}

export function SignInForm() {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ login, password }: Credentials) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await signIn(login.trim(), password);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <Form<Credentials>
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
        name="login"
        label={t("signIn.login")}
        rules={[{ required: true, whitespace: true, message: t("signIn.needLogin") }]}
      >
        <Input
          autoFocus
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="large"
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t("signIn.password")}
        rules={[{ required: true, message: t("signIn.needPassword") }]}
      >
        <Input type="password" autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t("signIn.submit")}
      </Button>
    </Form>
  );
}

/** The server's own sentence where it knows more than the code: wrong password, wait a minute. */
function Refusal({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const told = problem.code === "UNAUTHENTICATED" || problem.code === "LIMIT_EXCEEDED";
  const text = told && problem.message ? problem.message : t(`problems.${problem.code}.title`);
  const advice = told ? undefined : t(`problems.${problem.code}.advice`);
  return <Alert type="error" showIcon title={text} {...(advice ? { description: advice } : {})} />;
}
