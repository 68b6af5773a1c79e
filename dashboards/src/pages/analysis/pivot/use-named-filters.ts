import { useNamedMembers } from "../../../cube/use-named-members.ts";
import type { NamedMember } from "../../../cube/use-members.ts";
import { itemName, levelRef } from "./axis-item.ts";
import type { MemberFilter } from "./member-filter.ts";

/** A filter with the captions of its members; those nobody knows are left out. */
export interface NamedFilter extends MemberFilter {
  readonly members: readonly NamedMember[];
}

export interface NamedFilters {
  readonly filters: readonly NamedFilter[];
  /** What of the link names nobody this reader may see. */
  readonly unknown: readonly string[];
  /** False while the server is still asked. */
  readonly isKnown: boolean;
}

/** Who the members are that the filters of a link name by key. */
export function useNamedFilters(cube: string, filters: readonly MemberFilter[]): NamedFilters {
  const { named, isKnown } = useNamedMembers(
    cube,
    filters.map(({ level, keys }) => ({ level: levelRef(level), keys })),
  );
  return {
    filters: filters.flatMap((filter, place) => {
      const members = named[place]?.members ?? [];
      return members.length > 0
        ? [{ ...filter, keys: members.map(({ key }) => key), members }]
        : [];
    }),
    unknown: filters.flatMap(({ level }, place) =>
      (named[place]?.unknown ?? []).map((key) => `${itemName(level)}:${key}`),
    ),
    isKnown,
  };
}
