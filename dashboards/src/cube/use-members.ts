import { useInfiniteQuery } from "@tanstack/react-query";
import {
  CubeMembersDocument,
  type CubeMembersQuery,
  type MemberSearchInput,
} from "../gql/graphql.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { asProblem, type Problem } from "../lib/problem.ts";
import { send } from "../lib/send.ts";

type Page = CubeMembersQuery["cubeMembers"];
export type NamedMember = Page["nodes"][number];

export interface Members {
  readonly members: readonly NamedMember[];
  readonly total: number;
}

/** Members of a level for a picker, page by page, searched by the server. */
export function useMembers(
  search: Omit<MemberSearchInput, "after">,
  { enabled = true }: { readonly enabled?: boolean } = {},
) {
  const locale = useLocale();
  return useInfiniteQuery<Page, Problem, Members, readonly unknown[], string | null>({
    queryKey: [CubeMembersDocument.toString(), search, locale, "pages"],
    queryFn: async ({ pageParam, signal }) => {
      try {
        const input = { ...search, after: pageParam };
        return (await send(CubeMembersDocument, { input }, signal)).cubeMembers;
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        throw asProblem(thrown);
      }
    },
    enabled,
    initialPageParam: null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    select: ({ pages }) => ({
      members: pages.flatMap(({ nodes }) => nodes),
      total: pages[0]?.totalCount ?? 0,
    }),
  });
}
