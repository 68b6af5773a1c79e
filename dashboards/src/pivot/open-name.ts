import { decoded } from "../lib/decoded.ts";

/** A member of a hierarchy that is opened in place: `owner.organization:<key>/<key>`. */
export function openName(hierarchy: string, path: readonly string[]): string {
  return `${hierarchy}:${path.map(encodeURIComponent).join("/")}`;
}

/** The paths of one hierarchy among the names of all opened members. */
export function openPaths(hierarchy: string, names: readonly string[]): string[][] {
  const prefix = `${hierarchy}:`;
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length).split("/").map(decoded));
}
