import { useTranslation } from "react-i18next";
import type { CatalogueResourceFragment } from "../../../gql/graphql.ts";
import styles from "./change-list.module.css";
import { useChangeWords } from "./change-words.ts";
import type { GrantChanges } from "./grant-changes.ts";

export interface ChangeListProps {
  readonly catalogue: readonly CatalogueResourceFragment[];
  readonly changes: GrantChanges;
}

/** Every change from what to what, and whether it gives or takes. */
export function ChangeList({ catalogue, changes }: ChangeListProps) {
  const { t } = useTranslation();
  const words = useChangeWords(catalogue);
  return (
    <div className={styles["list"]}>
      {words(changes).map(({ resource, caption, words: lines }) => (
        <section key={resource}>
          <h3 className={styles["resource"]}>{caption}</h3>
          <ul className={styles["changes"]}>
            {lines.map(({ key, what, before, after, direction }) => (
              <li key={key} className={styles["change"]}>
                <span>{what}</span>
                <span>
                  <span className={styles["before"]}>{before}</span>
                  {" → "}
                  <span className={styles["after"]}>{after}</span>
                </span>
                <span className={styles["direction"]} data-direction={direction}>
                  {direction ? t(`roles.${direction}`) : t("roles.other")}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
