import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../lib/problem.ts";
import { CodeFields } from "./code-fields.tsx";
import { OtherWays } from "./other-ways.tsx";
import { signIn, type Credentials } from "./session.ts";

const isAsked = (problem: Problem) => problem.issues.some(({ code }) => code === "CODE_REQUIRED");
const isAboutCode = (problem: Problem) =>
  problem.issues.some(({ path }) => path === "input.code") || problem.code !== "UNAUTHENTICATED";

/**
 * Login and password, and a code where the server asks for one. What was typed stays in the form from one step
 * to the other and back. `keepsPage`: over a page that must not be left, so other ways open beside it.
 */
export function SignInForm({ keepsPage = false }: { readonly keepsPage?: boolean }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Credentials>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);
  const submit = async ({ login, password, code }: Credentials) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await signIn({ login: login.trim(), password, ...(code ? { code } : {}) });
    } catch (thrown) {
      const refused = asProblem(thrown);
      form.resetFields(["code"]);
      setNeedsCode(isAsked(refused) || (needsCode && isAboutCode(refused)));
      setProblem(isAsked(refused) ? undefined : refused);
      setBusy(false);
    }
  };
  const goBack = () => {
    setNeedsCode(false);
    setProblem(undefined);
  };
  return (
    <Form<Credentials>
      form={form}
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
        hidden={needsCode}
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
        hidden={needsCode}
        label={t("signIn.password")}
        rules={[{ required: true, message: t("signIn.needPassword") }]}
      >
        <Input type="password" autoComplete="current-password" size="large" />
      </Form.Item>
      {needsCode ? <CodeFields /> : null}
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t(needsCode ? "signIn.confirm" : "signIn.submit")}
      </Button>
      {needsCode ? (
        <Button type="text" block style={{ marginTop: 8 }} onClick={goBack}>
          {t("signIn.back")}
        </Button>
      ) : (
        <OtherWays keepsPage={keepsPage} />
      )}
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
