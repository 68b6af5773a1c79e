import type { ReactNode } from "react";
import { ABSENT } from "../lib/format.ts";
import styles from "./facts.module.css";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Takes the whole width: for prose. */
  readonly wide?: boolean;
}

/** Names and values of a record. What is empty shows a dash, so that nothing seems forgotten. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles["facts"]}>
      {facts.map(({ name, value, wide }) => (
        <div key={name} className={wide ? styles["wide"] : undefined}>
          <dt className={styles["name"]}>{name}</dt>
          <dd className={styles["value"]}>{value === null || value === "" ? ABSENT : value}</dd>
        </div>
      ))}
    </dl>
  );
}
