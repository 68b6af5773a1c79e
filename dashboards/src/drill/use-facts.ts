import { useInfiniteQuery } from "@tanstack/react-query";
import { FactsDocument, type DrillThroughInput, type FactsQuery } from "../gql/graphql.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { asProblem, type Problem } from "../lib/problem.ts";
import { send } from "../lib/send.ts";
import { isFactRow, type FactRow } from "./fact-columns.ts";

type Page = FactsQuery["drillThrough"];

export interface Facts extends Pick<Page, "columns" | "totalCount" | "formatted" | "matchesCell"> {
  readonly rows: readonly FactRow[];
}

/** The facts behind a cell, page by page; count and sum are those of all pages, with the newest one. */
export function useFacts(input: DrillThroughInput) {
  const locale = useLocale();
  return useInfiniteQuery<Page, Problem, Facts | undefined, readonly unknown[], string | null>({
    queryKey: [FactsDocument.toString(), input, locale],
    queryFn: async ({ pageParam, signal }) => {
      try {
        return (await send(FactsDocument, { input, after: pageParam }, signal)).drillThrough;
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        throw asProblem(thrown);
      }
    },
    initialPageParam: null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    select: ({ pages }) => {
      const newest = pages.at(-1);
      return newest && { ...newest, rows: pages.flatMap(({ rows }) => rows.filter(isFactRow)) };
    },
  });
}
