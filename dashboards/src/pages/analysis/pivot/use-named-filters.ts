import { useQueries } from "@tanstack/react-query";
import { CubeMembersDocument } from "../../../gql/graphql.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { asProblem } from "../../../lib/problem.ts";
import { send } from "../../../lib/send.ts";
import { itemName, levelRef } from "./axis-item.ts";
import type { MemberFilter } from "./member-filter.ts";
import type { NamedMember } from "../../../cube/use-members.ts";

/** A filter with the captions of its members; those nobody knows are left out. */
export interface NamedFilter extends MemberFilter {
  readonly members: readonly NamedMember[];
}

export interface NamedFilters {
  readonly filters: readonly NamedFilter[];
  /** Keys of the link that name nobody this reader may see. */
  readonly unknown: readonly string[];
  /** False while the server is still asked. */
  readonly isKnown: boolean;
}

/** The most that a page of members holds. */
const PAGE = 200;

/** Looks up the members that a link names only by key, a filter at a time. */
export function useNamedFilters(cube: string, filters: readonly MemberFilter[]): NamedFilters {
  const locale = useLocale();
  return useQueries({
    queries: filters.map(({ level, keys }) => {
      const input = { cube, level: levelRef(level), keys: [...keys].slice(0, PAGE), first: PAGE };
      return {
        queryKey: [CubeMembersDocument.toString(), input, locale],
        queryFn: async ({ signal }: { signal: AbortSignal }) => {
          try {
            return (await send(CubeMembersDocument, { input }, signal)).cubeMembers.nodes;
          } catch (thrown) {
            if (signal.aborted) throw thrown;
            throw asProblem(thrown);
          }
        },
      };
    }),
    combine: (results) => {
      const named = filters.map((filter, place): NamedFilter => {
        const members = results[place]?.data ?? [];
        // Where the names cannot be had, the question is asked as it stands in the link.
        const keys = results[place]?.isError ? filter.keys : members.map(({ key }) => key);
        return { ...filter, keys, members };
      });
      return {
        filters: named.filter(({ keys }) => keys.length > 0),
        unknown: filters.flatMap(({ level, keys }, place) =>
          results[place]?.isSuccess
            ? keys
                .filter((key) => !named[place]?.keys.includes(key))
                .map((key) => `${itemName(level)}:${key}`)
            : [],
        ),
        isKnown: results.every(({ isPending }) => !isPending),
      };
    },
  });
}
