import { useQueries } from "@tanstack/react-query";
import { CubeMembersDocument, type LevelRef } from "../gql/graphql.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { asProblem } from "../lib/problem.ts";
import { send } from "../lib/send.ts";
import type { NamedMember } from "./use-members.ts";

/** Members of a level as a link names them: by their keys alone. */
export interface KeyedMembers {
  readonly level: LevelRef;
  readonly keys: readonly string[];
}

export interface NamedMembers {
  /** In the order of what was asked; where names cannot be had, keys stand for them. */
  readonly members: readonly (readonly NamedMember[])[];
  /** Keys that name nobody this reader may see. */
  readonly unknown: readonly string[];
  /** False while the server is still asked. */
  readonly isKnown: boolean;
}

/** The most that a page of members holds. */
const PAGE = 200;

/** Looks up who the keys of a link are, a level at a time, all at once. */
export function useNamedMembers(cube: string, asked: readonly KeyedMembers[]): NamedMembers {
  const locale = useLocale();
  return useQueries({
    queries: asked.map(({ level, keys }) => {
      const input = { cube, level, keys: keys.slice(0, PAGE), first: PAGE };
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
      const members = asked.map(({ keys }, place): readonly NamedMember[] => {
        const { data, isError } = results[place] ?? {};
        return isError ? keys.map((key) => ({ key, caption: key })) : (data ?? []);
      });
      return {
        members,
        unknown: asked.flatMap(({ keys }, place) =>
          results[place]?.isSuccess
            ? keys.filter((key) => !members[place]?.some((member) => member.key === key))
            : [],
        ),
        isKnown: results.every(({ isPending }) => !isPending),
      };
    },
  });
}
