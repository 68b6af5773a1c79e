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

/** Who of them the server knows. */
export interface NamedLevel {
  /** Where names cannot be had, keys stand for them. */
  readonly members: readonly NamedMember[];
  /** Keys that name nobody this reader may see. */
  readonly unknown: readonly string[];
}

export interface NamedMembers {
  /** In the order of what was asked. */
  readonly named: readonly NamedLevel[];
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
    combine: (results) => ({
      named: asked.map(({ keys }, place): NamedLevel => {
        const { data, isError } = results[place] ?? {};
        if (isError) return { members: keys.map((key) => ({ key, caption: key })), unknown: [] };
        const found = new Set(data?.map(({ key }) => key));
        return { members: data ?? [], unknown: data ? keys.filter((key) => !found.has(key)) : [] };
      }),
      isKnown: results.every(({ isPending }) => !isPending),
    }),
  });
}
