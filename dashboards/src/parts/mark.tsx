import type { ReactNode } from "react";
import styles from "./mark.module.css";

/** What a mark says beside its text: nothing, under way, well or badly ended. */
export type MarkTone = "plain" | "active" | "good" | "bad";

/** A status in a word. The shape of its dot differs too, for whoever does not see the colour. */
export function Mark({
  tone,
  children,
}: {
  readonly tone: MarkTone;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles["mark"]} data-tone={tone}>
      {children}
    </span>
  );
}
