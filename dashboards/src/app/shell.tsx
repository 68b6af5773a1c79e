import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeptLine } from "../lib/live.ts";
import { DialogHost } from "../parts/dialog-host.tsx";
import { BreakGlassBanner } from "./break-glass-banner.tsx";
import { Navigation } from "./navigation.tsx";
import { Pages } from "./pages.tsx";
import styles from "./shell.module.css";
import { TopBar } from "./top-bar.tsx";

const KEY = "crm.navigation-folded";

/** The frame around every page: skip link, navigation by rights, language, appearance, account. */
export function Shell() {
  const { t } = useTranslation();
  useKeptLine();
  const [folded, setFolded] = useState(() => localStorage.getItem(KEY) === "1");
  const fold = () => {
    localStorage.setItem(KEY, folded ? "0" : "1");
    setFolded(!folded);
  };
  return (
    <div className={styles["shell"]} data-folded={folded}>
      <a className={styles["skip"]} href="#content">
        {t("shell.skip")}
      </a>
      <Navigation folded={folded} onFold={fold} />
      <div className={styles["right"]}>
        <TopBar />
        <BreakGlassBanner />
        <main id="content" tabIndex={-1} className={styles["main"]}>
          <DialogHost>
            <Pages />
          </DialogHost>
        </main>
      </div>
    </div>
  );
}
