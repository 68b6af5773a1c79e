import { useNamedMembers } from "../../../cube/use-named-members.ts";
import type { NamedPicks } from "./picked-tags.tsx";
import { PICK_NAMES, PICKS, type Picked } from "./sales-view.ts";

export interface KnownPicks {
  /** Those that the server knows, for its questions. */
  readonly picked: Picked;
  readonly named: NamedPicks;
  readonly unknown: readonly string[];
  readonly isKnown: boolean;
}

/** Who the picks of the address are. A link may name what is gone, or what this reader may not see. */
export function useNamedPicks(picked: Picked): KnownPicks {
  const names = PICK_NAMES.filter((name) => picked[name] !== undefined);
  const { named, isKnown } = useNamedMembers(
    "opportunities",
    names.map((name) => ({ level: PICKS[name], keys: picked[name] ?? [] })),
  );
  const known = names.flatMap((name, place) => {
    const { members = [] } = named[place] ?? {};
    return members.length > 0 ? [{ name, members }] : [];
  });
  return {
    picked: Object.fromEntries(
      known.map(({ name, members }) => [name, members.map(({ key }) => key)]),
    ),
    named: Object.fromEntries(known.map(({ name, members }) => [name, members])),
    unknown: named.flatMap(({ unknown }) => unknown),
    isKnown,
  };
}
