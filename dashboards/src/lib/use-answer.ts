import { keepPreviousData, useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useLocale } from "../i18n/use-locale.ts";
import type { Document } from "./post.ts";
import { asProblem, type Problem } from "./problem.ts";
import { send } from "./send.ts";

export interface Asking<Answer, Shown> {
  /** False: do not ask yet. */
  readonly enabled?: boolean;
  /** What the page needs of the answer; runs once an answer, not once a drawing. */
  readonly select?: (answer: Answer) => Shown;
}

/**
 * The one way a page asks. The former answer stays on screen until the next has come, and a question
 * nobody waits for any more is cancelled, on the server too. Captions come in the user's language,
 * so another language is another question.
 */
export function useAnswer<Answer, Variables, Shown = Answer>(
  document: Document<Answer, Variables>,
  variables: Variables,
  { enabled = true, select }: Asking<Answer, Shown> = {},
): UseQueryResult<Shown, Problem> {
  const locale = useLocale();
  return useQuery<Answer, Problem, Shown>({
    queryKey: [document.toString(), variables, locale],
    queryFn: async ({ signal }) => {
      try {
        return await send(document, variables, signal);
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        throw asProblem(thrown);
      }
    },
    enabled,
    placeholderData: keepPreviousData,
    ...(select === undefined ? {} : { select }),
  });
}
