import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PasswordRulesDocument } from "../gql/graphql.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { post } from "../lib/post.ts";
import { useSettled } from "../lib/use-settled.ts";
import { Icon } from "../parts/icon.tsx";
import styles from "./password-rules.module.css";

const PAUSE_MS = 250;

export interface PasswordRulesProps {
  readonly password: string;
  /** Whose password it will be. */
  readonly login: string;
}

/** What is asked of a new password, judged by the server while it is typed. */
export function PasswordRules({ password, login }: PasswordRulesProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const settled = useSettled(password, PAUSE_MS);
  const { data } = useQuery({
    queryKey: [PasswordRulesDocument.toString(), settled, login, locale],
    queryFn: ({ signal }) =>
      post(PasswordRulesDocument, { input: { password: settled, login } }, { locale, signal }),
    placeholderData: keepPreviousData,
    // A password is kept no longer than it stands in its field.
    gcTime: 0,
  });
  return (
    <ul className={styles["rules"]}>
      {data?.passwordRules.map(({ code, text, met }) => {
        const isMet = met && password !== "";
        return (
          <li key={code} data-met={isMet}>
            {isMet ? <Icon name="check" size={12} /> : <span className={styles["dot"]} />}
            <span>
              {text}
              <span className="visually-hidden">
                {isMet ? t("password.met") : t("password.notMet")}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
