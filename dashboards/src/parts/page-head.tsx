import type { ReactNode } from "react";
import { useTabTitle } from "../lib/use-tab-title.ts";
import styles from "./page-head.module.css";

export interface PageHeadProps {
  readonly title: string;
  /** Beside the title: how old the data is. */
  readonly note?: ReactNode;
  /** Filters and commands of the page, on the right. */
  readonly children?: ReactNode;
}

/** The heading of a page; also names the browser's tab. */
export function PageHead({ title, note, children }: PageHeadProps) {
  useTabTitle(title);
  return (
    <div className={styles["head"]}>
      <h1 className={styles["title"]}>{title}</h1>
      {note}
      <div className={styles["controls"]}>{children}</div>
    </div>
  );
}
