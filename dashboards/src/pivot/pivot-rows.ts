import type { MatrixPositionFragment } from "../gql/graphql.ts";
import { openingAt, type Hierarchies, type Opening } from "./opening.ts";
import { keyOf } from "./position-key.ts";

/** A row as it is drawn. `index` is its place in the answer. */
export interface PivotRow {
  readonly index: number;
  readonly key: string;
  readonly label: string;
  /** With what it stands in: `North / Ann`. */
  readonly title: string;
  /** 1 is the outermost. */
  readonly level: number;
  readonly isTotal: boolean;
  /** Undefined where nothing lies below. */
  readonly opening: Opening | undefined;
  /** Signed, for the facts behind its figures. */
  readonly token: string | null;
}

export interface RowSetting {
  readonly hierarchies: Hierarchies;
  /** Keys of rows that are folded away. */
  readonly closed: ReadonlySet<string>;
  /** What the row over everything is called. */
  readonly total: string;
}

/** A tree of rows; what lies below a closed one is left out. */
export function rowsOf(
  positions: readonly MatrixPositionFragment[],
  setting: RowSetting,
): PivotRow[] {
  const parents = new Set(positions.map(({ parentOrdinal }) => parentOrdinal));
  const drawn = new Map<number, Drawn>();
  // Totals may stand below their parts, so a row is drawn when a part asks for it.
  const draw = (position: MatrixPositionFragment): Drawn => {
    const known = drawn.get(position.ordinal);
    if (known) return known;
    const above = positions[position.parentOrdinal ?? -1];
    const parent = above && above.kind !== "GRAND_TOTAL" ? draw(above) : undefined;
    const made = {
      position,
      row: rowOf(position, parent, parents.has(position.ordinal), setting),
      isHidden: parent ? parent.isHidden || parent.row.opening?.isOpen === false : false,
    };
    drawn.set(position.ordinal, made);
    return made;
  };
  return positions.map(draw).flatMap(({ row, isHidden }) => (isHidden ? [] : [row]));
}

interface Drawn {
  readonly position: MatrixPositionFragment;
  readonly row: PivotRow;
  readonly isHidden: boolean;
}

function rowOf(
  position: MatrixPositionFragment,
  parent: Drawn | undefined,
  hasParts: boolean,
  { hierarchies, closed, total }: RowSetting,
): PivotRow {
  const isGrandTotal = position.kind === "GRAND_TOTAL";
  const isParent = hasParts && !isGrandTotal;
  const key = keyOf(position);
  const fold: Opening = { kind: "fold", key, isOpen: !closed.has(key) };
  const label = isGrandTotal ? total : labelOf(position, parent?.position);
  return {
    index: position.ordinal,
    key,
    label,
    title: parent ? `${parent.row.title} / ${label}` : label,
    level: parent ? parent.row.level + 1 : 1,
    isTotal: isGrandTotal || isParent,
    opening:
      openingAt(position, position.members.length - 1, hierarchies) ??
      (isParent ? fold : undefined),
    token: position.drill.through,
  };
}

/** What a row adds to the one above it: all its members where outer ones have no row of their own. */
function labelOf(
  { members }: MatrixPositionFragment,
  above: MatrixPositionFragment | undefined,
): string {
  const outer = Math.min(above?.members.length ?? 0, members.length - 1);
  return members
    .slice(outer)
    .map(({ caption }) => caption)
    .join(" / ");
}
