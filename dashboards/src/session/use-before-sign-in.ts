import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useLocale } from "../i18n/use-locale.ts";
import { post, type Document } from "../lib/post.ts";
import { asProblem, type Problem } from "../lib/problem.ts";

/** What anybody may ask, signed in or not. */
export function useBeforeSignIn<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
): UseQueryResult<Answer, Problem> {
  const locale = useLocale();
  return useQuery<Answer, Problem>({
    queryKey: [document.toString(), variables, locale],
    queryFn: async ({ signal }) => {
      try {
        return await post(document, variables, { locale, signal });
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        throw asProblem(thrown);
      }
    },
  });
}
