import { Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ResetPasswordDocument } from "../gql/graphql.ts";
import { currentLocale } from "../i18n/i18n.ts";
import { post } from "../lib/post.ts";
import { asProblem, type Problem } from "../lib/problem.ts";
import { NewPasswordFields } from "./new-password-fields.tsx";
import { Refused } from "../parts/refused.tsx";

export interface ResetPasswordFormProps {
  readonly token: string;
  readonly login: string;
  readonly onDone: () => void;
  /** The link was used elsewhere, or ran out, while the password was typed. */
  readonly onUseless: () => void;
}

export function ResetPasswordForm({ token, login, onDone, onUseless }: ResetPasswordFormProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ next }: { next: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const options = { locale: currentLocale() };
      await post(ResetPasswordDocument, { input: { token, new: next } }, options);
      onDone();
    } catch (thrown) {
      const refused = asProblem(thrown);
      if (refused.issues.some(({ code }) => code === "LINK_USELESS")) return onUseless();
      setProblem(refused);
      setBusy(false);
    }
  };
  return (
    <Form<{ next: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => void submit(typed)}
    >
      {problem ? (
        <Form.Item>
          <Refused problem={problem} />
        </Form.Item>
      ) : null}
      {/* Tells password managers whose password it is. */}
      <input className="visually-hidden" autoComplete="username" value={login} readOnly hidden />
      <NewPasswordFields login={login} />
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t("reset.submit")}
      </Button>
    </Form>
  );
}
