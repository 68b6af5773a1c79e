import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RequestPasswordResetDocument } from "../gql/graphql.ts";
import { currentLocale } from "../i18n/i18n.ts";
import { post } from "../lib/post.ts";
import { asProblem, type Problem } from "../lib/problem.ts";
import { Refused } from "../parts/refused.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import styles from "./sign-in-page.module.css";

/** Asks for a mail with a link. What is said afterwards is the same whether there is such a user or not. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string>();
  return (
    <SignInFrame title={t("forgot.title")}>
      {asked === undefined ? (
        <RequestForm onAsked={setAsked} />
      ) : (
        <div role="status">
          <p className={styles["note"]}>{t("forgot.sent", { who: asked })}</p>
          <p className={styles["note"]}>{t("forgot.nothing")}</p>
          <Button block onClick={() => setAsked(undefined)}>
            {t("forgot.again")}
          </Button>
        </div>
      )}
      <p className={styles["forgot"]}>
        <Link to="/">{t("forgot.back")}</Link>
      </p>
    </SignInFrame>
  );
}

function RequestForm({ onAsked }: { readonly onAsked: (who: string) => void }) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const submit = async ({ who }: { who: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const options = { locale: currentLocale() };
      await post(RequestPasswordResetDocument, { loginOrEmail: who.trim() }, options);
      onAsked(who.trim());
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <Form<{ who: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => void submit(typed)}
    >
      <p className={styles["note"]}>{t("forgot.hint")}</p>
      {problem ? (
        <Form.Item>
          <Refused problem={problem} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="who"
        label={t("forgot.who")}
        rules={[{ required: true, whitespace: true, message: t("forgot.needWho") }]}
      >
        <Input
          autoFocus
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t("forgot.submit")}
      </Button>
    </Form>
  );
}
