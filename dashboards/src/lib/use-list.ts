import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useLocale } from "../i18n/use-locale.ts";
import type { Document } from "./post.ts";
import { asProblem, type Problem } from "./problem.ts";
import { send } from "./send.ts";

/** A page of a list, as every connection of the API has it. */
export interface Page<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Counted with the first page only. */
  readonly totalCount?: number;
}

export interface Rows<Row> {
  readonly rows: readonly Row[];
  readonly total: number | undefined;
  /** How many pages of the list these are. */
  readonly pages: number;
}

/** A list read page by page, each asked for when the reader wants it. */
export function useList<
  Answer,
  Variables extends { after?: string | null; counting: boolean },
  Row,
>(
  document: Document<Answer, Variables>,
  variables: Omit<Variables, "after" | "counting">,
  pageOf: (answer: Answer) => Page<Row>,
) {
  const locale = useLocale();
  return useInfiniteQuery<Page<Row>, Problem, Rows<Row>, readonly unknown[], string | null>({
    queryKey: [document.toString(), variables, locale],
    queryFn: async ({ pageParam, signal }) => {
      try {
        const whole = { ...variables, after: pageParam, counting: pageParam === null } as Variables;
        return pageOf(await send(document, whole, signal));
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        throw asProblem(thrown);
      }
    },
    initialPageParam: null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    select: ({ pages }) => ({
      rows: pages.flatMap((page) => page.edges.map((edge) => edge.node)),
      total: pages[0]?.totalCount,
      pages: pages.length,
    }),
    placeholderData: keepPreviousData,
  });
}
