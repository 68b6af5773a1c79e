import { useTranslation } from "react-i18next";
import { SCOPES } from "./grant-cell.ts";
import styles from "./matrix.module.css";

/** What the words and colours of the matrix mean. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={styles["legend"]} aria-label={t("roles.legend")}>
      {SCOPES.map((scope) => (
        <li key={scope}>
          <span className={styles["word"]} data-scope={scope}>
            {scope === "LIST"
              ? t("roles.scopes.LIST.short", { count: 3 })
              : t(`roles.scopes.${scope}.short`)}
          </span>
          {t(`roles.scopes.${scope}.hint`)}
        </li>
      ))}
    </ul>
  );
}
