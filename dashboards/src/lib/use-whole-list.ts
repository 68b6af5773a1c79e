import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { useLocale } from "../i18n/use-locale.ts";
import type { Document } from "./post.ts";
import { asProblem, type Problem } from "./problem.ts";
import { send } from "./send.ts";
import type { Page } from "./use-list.ts";

/** A list that is needed whole, such as a tree: page after page until its end. */
export function useWholeList<Answer, Variables extends { after?: string | null }, Row>(
  document: Document<Answer, Variables>,
  variables: Omit<Variables, "after">,
  pageOf: (answer: Answer) => Page<Row>,
): UseQueryResult<readonly Row[], Problem> {
  const locale = useLocale();
  return useQuery<readonly Row[], Problem>({
    queryKey: [document.toString(), variables, locale],
    queryFn: async ({ signal }) => {
      try {
        const rows: Row[] = [];
        let after: string | null = null;
        do {
          const page: Page<Row> = pageOf(
            await send(document, { ...variables, after } as Variables, signal),
          );
          rows.push(...page.edges.map(({ node }) => node));
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after !== null);
        return rows;
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        throw asProblem(thrown);
      }
    },
  });
}
