import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { SignInForm } from "./sign-in-form.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import { singleSignOnFailure } from "./single-sign-on.ts";

export default function SignInPage() {
  const { t } = useTranslation();
  const failure = singleSignOnFailure();
  return (
    <SignInFrame title={t("product.name")}>
      {failure ? (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 24 }}
          title={t(`signIn.${failure}.title`)}
          description={t(`signIn.${failure}.advice`)}
        />
      ) : null}
      <SignInForm />
    </SignInFrame>
  );
}
