import { useTranslation } from "react-i18next";
import styles from "./no-rows.module.css";

/** A card without anything to show. What to do about it is said once, at the top of the page. */
export function NoRows() {
  const { t } = useTranslation();
  return <p className={styles["none"]}>{t("sales.noRows")}</p>;
}
