import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { Icon } from "../parts/icon.tsx";
import { useViewer } from "../session/use-session.ts";
import { pagesFor, type PageEntry } from "./navigation.ts";
import styles from "./navigation.module.css";

export interface NavigationProps {
  readonly folded: boolean;
  readonly onFold: () => void;
}

/** Only pages the viewer may open; folded, the names stay readable as tooltips and for screen readers. */
export function Navigation({ folded, onFold }: NavigationProps) {
  const { t } = useTranslation();
  const areas = Map.groupBy(pagesFor(useViewer()), (entry) => entry.area);
  return (
    <nav className={styles["nav"]} aria-label={t("shell.navigation")} data-folded={folded}>
      <div className={styles["inner"]}>
        <div className={styles["brand"]}>
          <img src="/icon.svg" alt="" width="24" height="24" />
          <span className={styles["name"]}>{t("product.name")}</span>
        </div>
        {[...areas].map(([area, entries]) => (
          <div key={area} className={styles["area"]}>
            <p className={styles["heading"]} id={`area-${area}`}>
              {t(`areas.${area}`)}
            </p>
            <ul aria-labelledby={`area-${area}`}>
              {entries.map((entry) => (
                <Entry key={entry.path} entry={entry} folded={folded} />
              ))}
            </ul>
          </div>
        ))}
        <button type="button" className={styles["fold"]} aria-expanded={!folded} onClick={onFold}>
          <Icon name={folded ? "unfold" : "fold"} />
          <span className={styles["name"]}>{t(folded ? "shell.unfold" : "shell.fold")}</span>
        </button>
      </div>
    </nav>
  );
}

function Entry({ entry, folded }: { readonly entry: PageEntry; readonly folded: boolean }) {
  const { t } = useTranslation();
  const name = t(`pages.${entry.name}`);
  return (
    <li>
      <NavLink to={entry.path} className={styles["entry"] ?? ""} title={folded ? name : undefined}>
        <Icon name={entry.icon} />
        <span className={styles["name"]}>{name}</span>
      </NavLink>
    </li>
  );
}
