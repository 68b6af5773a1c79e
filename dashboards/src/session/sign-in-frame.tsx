import type { ReactNode } from "react";
import { AppearanceMenu } from "../app/appearance-menu.tsx";
import { LanguageSwitch } from "../app/language-switch.tsx";
import { useTabTitle } from "../lib/use-tab-title.ts";
import styles from "./sign-in-page.module.css";

export interface SignInFrameProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Around what is shown to somebody who is not signed in. */
export function SignInFrame({ title, children }: SignInFrameProps) {
  useTabTitle(title);
  return (
    <div className={styles["page"]}>
      <div className={styles["switches"]}>
        <LanguageSwitch />
        <AppearanceMenu />
      </div>
      <main className={styles["panel"]}>
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1 className={styles["title"]}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
