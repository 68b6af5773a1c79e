import type { MatrixPositionFragment } from "../gql/graphql.ts";
import { openName } from "./open-name.ts";

/**
 * How a member shows what lies below it. Members of a whole hierarchy are opened by the server;
 * levels that merely stand inside one another came together and are folded.
 */
export interface Opening {
  readonly kind: "open" | "fold";
  readonly key: string;
  readonly isOpen: boolean;
}

/** Which items of an axis are whole hierarchies, by name; undefined for single levels. */
export type Hierarchies = readonly (string | undefined)[];

/** The opening of the member at one item of a position; undefined where it is no hierarchy or a leaf. */
export function openingAt(
  position: MatrixPositionFragment,
  item: number,
  hierarchies: Hierarchies,
): Opening | undefined {
  const hierarchy = hierarchies[item];
  const member = position.members[item];
  const isLast = item === position.members.length - 1;
  if (hierarchy === undefined || !member || !isLast || !position.hasChildren) return undefined;
  if (position.kind === "OTHERS") return undefined;
  return { kind: "open", key: openName(hierarchy, member.path), isOpen: position.expanded };
}
