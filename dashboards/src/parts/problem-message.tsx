import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Problem } from "../lib/problem.ts";
import { StateMessage } from "./state-message.tsx";

/** Asking again cannot change these: rights and conditions do not mend themselves. */
const FINAL = new Set(["FORBIDDEN", "NOT_FOUND", "INVALID_INPUT"]);
/** Codes whose message the server writes for the reader. */
const TOLD_BY_SERVER = new Set([
  "INVALID_INPUT",
  "INVALID_TRANSITION",
  "CONFLICT",
  "LIMIT_EXCEEDED",
]);

export interface ProblemMessageProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
}

/** What happened, what to do, and where it helps a button to try again. */
export function ProblemMessage({ problem, onRetry }: ProblemMessageProps) {
  const { t } = useTranslation();
  const detail = [
    ...(TOLD_BY_SERVER.has(problem.code) ? [problem.message] : []),
    ...problem.issues.map((issue) => issue.message),
    ...(problem.errorId ? [t("problems.errorId", { id: problem.errorId })] : []),
  ];
  return (
    <StateMessage
      urgent
      title={t(`problems.${problem.code}.title`)}
      advice={t(`problems.${problem.code}.advice`)}
      {...(detail.length > 0 ? { detail: detail.join(" · ") } : {})}
      action={
        onRetry && !FINAL.has(problem.code) ? (
          <Button onClick={onRetry}>{t("states.retry")}</Button>
        ) : null
      }
    />
  );
}
