import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { PasswordResetLinkDocument } from "../gql/graphql.ts";
import { useFormats } from "../lib/format.ts";
import { Answered } from "../parts/answered.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { ResetPasswordForm } from "./reset-password-form.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import styles from "./sign-in-page.module.css";
import { useBeforeSignIn } from "./use-before-sign-in.ts";

/** Where the link of a mail leads. The token stands behind the #, which browsers send to nobody. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const token = useLocation().hash.slice(1);
  const link = useBeforeSignIn(PasswordResetLinkDocument, { token });
  const [state, setState] = useState<"open" | "done" | "useless">("open");
  return (
    <SignInFrame title={t("reset.title")}>
      {state === "done" ? (
        <Done />
      ) : (
        <Answered query={link} skeleton={<Skeleton lines={4} height={32} />}>
          {({ passwordResetLink }) =>
            passwordResetLink && state === "open" ? (
              <>
                <p className={styles["note"]}>
                  {t("reset.why", {
                    login: passwordResetLink.login,
                    until: formats.instant(passwordResetLink.expiresAt),
                  })}
                </p>
                <ResetPasswordForm
                  token={token}
                  login={passwordResetLink.login}
                  onDone={() => setState("done")}
                  onUseless={() => setState("useless")}
                />
              </>
            ) : (
              <Useless />
            )
          }
        </Answered>
      )}
    </SignInFrame>
  );
}

/** A whole new page: somebody signed in here until now is no more. */
function Done() {
  const { t } = useTranslation();
  return (
    <div role="status">
      <p className={styles["note"]}>{t("reset.done")}</p>
      <Button type="primary" size="large" block href="/">
        {t("signIn.submit")}
      </Button>
    </div>
  );
}

function Useless() {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <p className={styles["note"]}>{t("reset.useless")}</p>
      <Link to="/forgot-password">{t("reset.again")}</Link>
    </div>
  );
}
