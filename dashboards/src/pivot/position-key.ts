import type { PositionPartsFragment } from "../gql/graphql.ts";

/** The way to a position, stable across loads: it stands in the address. */
export function keyOf({ members }: Pick<PositionPartsFragment, "members">): string {
  return members.map(({ key }) => encodeURIComponent(key)).join("/");
}
