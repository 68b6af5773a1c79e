import { Alert, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { ChangeLocaleDocument } from "../../gql/graphql.ts";
import { chooseLocale, type Locale } from "../../i18n/i18n.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { usePlainCommand } from "../../lib/use-command.ts";
import { Card } from "../../parts/card.tsx";
import { seeViewer } from "../../session/session.ts";
import styles from "./account.module.css";

/** Each named in itself, so that whoever cannot read the present one finds it. */
const LANGUAGES: { readonly value: Locale; readonly label: string }[] = [
  { value: "zh-CN", label: "中文" },
  { value: "en", label: "English" },
];

/** Changes the language here at once, and in the user's record for mails and new devices. */
export function LanguageCard() {
  const { t } = useTranslation();
  const keep = usePlainCommand(ChangeLocaleDocument);
  const choose = async (locale: Locale) => {
    await chooseLocale(locale);
    const kept = { locale: locale === "zh-CN" ? "ZH_CN" : "EN" } as const;
    keep.mutate(kept, { onSuccess: ({ changeLocale }) => seeViewer(changeLocale) });
  };
  return (
    <Card title={t("account.language")}>
      <p className={styles["why"]}>{t("account.languageHint")}</p>
      <Segmented<Locale>
        aria-label={t("account.language")}
        options={LANGUAGES}
        value={useLocale()}
        onChange={(locale) => void choose(locale)}
      />
      {keep.error ? (
        <Alert
          type="error"
          showIcon
          style={{ marginTop: 16 }}
          title={t(`problems.${keep.error.code}.title`)}
          description={t(`problems.${keep.error.code}.advice`)}
        />
      ) : null}
    </Card>
  );
}
