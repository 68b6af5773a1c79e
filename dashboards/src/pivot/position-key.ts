import type { Position } from "../cube/cellset.ts";

/** The way to a position, stable across loads: it stands in the address. */
export function keyOf({ members }: Pick<Position, "members">): string {
  return members.map(({ key }) => encodeURIComponent(key)).join("/");
}
