import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { isPassing, type Problem } from "../lib/problem.ts";

export interface RefusedProps {
  readonly problem: Problem;
  /** What to do, where the page knows better than the code. */
  readonly advice?: string;
}

/** A command that was refused: the server's own sentence, what is wrong, and what to do. */
export function Refused({ problem, advice }: RefusedProps) {
  const { t } = useTranslation();
  const isTechnical = problem.code === "INTERNAL" || isPassing(problem);
  const title = isTechnical ? "" : problem.message;
  const told = problem.issues
    .map(({ message }) => message)
    .filter((text) => text && text !== title);
  // A refusal that says what is wrong needs no general advice beside it.
  const general = problem.issues.length > 0 ? "" : t(`problems.${problem.code}.advice`);
  const description = advice ?? (told.length > 0 ? told.join(" · ") : general);
  return (
    <Alert
      type="error"
      showIcon
      title={title || t(`problems.${problem.code}.title`)}
      {...(description ? { description } : {})}
    />
  );
}
