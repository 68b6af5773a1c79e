import type { ReactNode } from "react";
import styles from "./state-message.module.css";

export interface StateMessageProps {
  readonly title: string;
  readonly advice?: string;
  readonly detail?: string;
  readonly action?: ReactNode;
  /** Read out at once: for what went wrong, not for what is merely empty. */
  readonly urgent?: boolean;
}

/** What stands in the place of a figure, a card or a page that cannot be shown. */
export function StateMessage({ title, advice, detail, action, urgent }: StateMessageProps) {
  return (
    <div className={styles["message"]} role={urgent ? "alert" : "status"}>
      <p className={styles["title"]}>{title}</p>
      {advice ? <p className={styles["advice"]}>{advice}</p> : null}
      {detail ? <p className={styles["detail"]}>{detail}</p> : null}
      {action ? <div className={styles["action"]}>{action}</div> : null}
    </div>
  );
}
