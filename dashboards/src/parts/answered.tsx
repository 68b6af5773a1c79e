import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isPassing, type Problem } from "../lib/problem.ts";
import styles from "./answered.module.css";
import { ProblemMessage } from "./problem-message.tsx";

export interface AnsweredProps<Shown> {
  readonly query: UseQueryResult<Shown, Problem>;
  /** Shaped like what will stand there, so that nothing jumps. */
  readonly skeleton: ReactNode;
  readonly children: (shown: Shown) => ReactNode;
}

/**
 * The states every answer goes through: a skeleton the first time, the old answer dimmed while a
 * new one is fetched, and what went wrong with a way to try again. A server that is only away takes nothing off
 * the screen: the top bar says so, and what is shown is asked again when it is back.
 */
export function Answered<Shown>({ query, skeleton, children }: AnsweredProps<Shown>) {
  const { t } = useTranslation();
  if (query.isError && (query.data === undefined || !isPassing(query.error))) {
    return <ProblemMessage problem={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === undefined) {
    return (
      <div aria-busy="true">
        <span className="visually-hidden">{t("states.loading")}</span>
        {skeleton}
      </div>
    );
  }
  return (
    <div
      className={query.isPlaceholderData ? styles["former"] : styles["current"]}
      aria-busy={query.isFetching}
    >
      {children(query.data)}
    </div>
  );
}
