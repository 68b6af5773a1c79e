import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { SignInOptionsDocument } from "../gql/graphql.ts";
import { keepAddress, SINGLE_SIGN_ON } from "./single-sign-on.ts";
import styles from "./sign-in-page.module.css";
import { useBeforeSignIn } from "./use-before-sign-in.ts";

/** What the company has set up beside login and password. */
export function OtherWays({ keepsPage }: { readonly keepsPage: boolean }) {
  const { t } = useTranslation();
  const { data } = useBeforeSignIn(SignInOptionsDocument, {});
  const beside = keepsPage ? { target: "_blank", rel: "noopener" } : {};
  return (
    <>
      {data?.signInOptions.passwordReset ? (
        <p className={styles["forgot"]}>
          <Link to="/forgot-password" {...beside}>
            {t("signIn.forgot")}
          </Link>
        </p>
      ) : null}
      {data?.signInOptions.singleSignOn ? (
        <>
          <p className={styles["or"]}>{t("signIn.or")}</p>
          <Button
            block
            size="large"
            href={SINGLE_SIGN_ON}
            {...beside}
            {...(keepsPage ? {} : { onClick: keepAddress })}
          >
            {t("signIn.singleSignOn")}
          </Button>
        </>
      ) : null}
    </>
  );
}
