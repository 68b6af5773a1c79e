import { memberOf, type Position } from "../../../cube/cellset.ts";

/** A row of the tree that is shown, and how it opens; undefined where nothing is below it. */
export interface TreeRow {
  readonly row: Position;
  readonly isOpen: boolean | undefined;
}

/**
 * The rows whose every ancestor is open. Usually the tree is open down to the first level that has
 * several members, since a single one says nothing; `turned` names those that are otherwise.
 */
export function treeRows(rows: readonly Position[], turned: readonly string[]): readonly TreeRow[] {
  const children = Map.groupBy(rows, ({ parentOrdinal }) => parentOrdinal);
  const usuallyOpen = new Set<number>();
  for (let level = children.get(null) ?? []; level.length === 1;) {
    const [only] = level;
    if (!only) break;
    usuallyOpen.add(only.ordinal);
    level = children.get(only.ordinal) ?? [];
  }
  const shown = (parent: number | null): TreeRow[] =>
    (children.get(parent) ?? []).flatMap((row) => {
      if (!children.has(row.ordinal)) return [{ row, isOpen: undefined }];
      const isTurned = turned.includes(memberOf(row)?.key ?? "");
      const isOpen = usuallyOpen.has(row.ordinal) !== isTurned;
      return [{ row, isOpen }, ...(isOpen ? shown(row.ordinal) : [])];
    });
  return shown(null);
}
