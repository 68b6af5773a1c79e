import { useId, type ReactNode } from "react";
import styles from "./card.module.css";

export interface CardProps {
  /** Left out where the page's heading says it already. */
  readonly title?: string;
  /** A few words under the title: the formula, a hint. */
  readonly hint?: string | undefined;
  /** Small controls at the right of the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of a page: a titled region that fails, loads and refreshes by itself. */
export function Card({ title, hint, tools, children }: CardProps) {
  const id = useId();
  if (!title) return <div className={styles["card"]}>{children}</div>;
  return (
    <section className={styles["card"]} aria-labelledby={id}>
      <header className={styles["head"]}>
        <h2 id={id} className={styles["title"]}>
          {title}
        </h2>
        {hint ? <p className={styles["hint"]}>{hint}</p> : null}
        {tools ? <div className={styles["tools"]}>{tools}</div> : null}
      </header>
      {children}
    </section>
  );
}
