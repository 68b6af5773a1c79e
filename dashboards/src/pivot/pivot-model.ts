import type { CubeMatrixQuery } from "../gql/graphql.ts";
import { memberOf, type Position } from "../cube/cellset.ts";

export type Matrix = CubeMatrixQuery["cubeQuery"];

/** A row as it is drawn. `index` is its place in the answer. */
export interface PivotRow {
  readonly index: number;
  readonly key: string;
  readonly label: string;
  /** 1 is the outermost. */
  readonly level: number;
  readonly isTotal: boolean;
  /** Undefined where nothing lies below. */
  readonly isOpen: boolean | undefined;
}

/** A column as it is drawn: the captions from the outermost level in, the figure's title last. */
export interface PivotColumn {
  readonly key: string;
  readonly titles: readonly string[];
  readonly isTotal: boolean;
  readonly measure: string;
  readonly position: Position;
}

export interface PivotModel {
  readonly rows: readonly PivotRow[];
  readonly columns: readonly PivotColumn[];
  /** Whether any row can be opened or closed. */
  readonly isTree: boolean;
  /** How many lines the column heads take. */
  readonly headLines: number;
  readonly text: (row: PivotRow, column: number) => string;
  readonly value: (row: PivotRow, column: number) => string | null;
}

export interface PivotTexts {
  readonly total: string;
  readonly others: string;
}

/**
 * The answer laid out as a tree of rows and lines of column heads. Rows below a closed one are left
 * out; nothing is added up, sorted or formatted here.
 */
export function pivotModel(
  matrix: Matrix,
  closed: ReadonlySet<string>,
  texts: PivotTexts,
): PivotModel {
  const columns = columnsOf(matrix, texts);
  const formatted = matrix.grid?.formatted ?? [];
  const values = matrix.grid?.values ?? [];
  const rows = rowsOf(matrix.axes.rows.positions, closed, texts);
  return {
    rows,
    isTree: rows.some((row) => row.isOpen !== undefined),
    columns,
    headLines: Math.max(1, ...columns.map((column) => column.titles.length)),
    text: (row, column) => formatted[row.index]?.[column] ?? "",
    value: (row, column) => values[row.index]?.[column] ?? null,
  };
}

function rowsOf(
  positions: readonly Position[],
  closed: ReadonlySet<string>,
  texts: PivotTexts,
): PivotRow[] {
  const byOrdinal = new Map(positions.map((position) => [position.ordinal, position]));
  const parents = new Set(positions.map((position) => position.parentOrdinal));
  const parentOf = ({ parentOrdinal }: Position) =>
    parentOrdinal === null ? undefined : byOrdinal.get(parentOrdinal);
  const ancestorsOf = (position: Position): Position[] => {
    const parent = parentOf(position);
    return parent && parent.kind !== "GRAND_TOTAL" ? [parent, ...ancestorsOf(parent)] : [];
  };
  return positions.flatMap((position, index): PivotRow[] => {
    const ancestors = ancestorsOf(position);
    if (ancestors.some((ancestor) => closed.has(keyOf(ancestor)))) return [];
    const key = keyOf(position);
    const isGrandTotal = position.kind === "GRAND_TOTAL";
    const isParent = !isGrandTotal && parents.has(position.ordinal);
    return [
      {
        index,
        key,
        label: labelOf(position, texts),
        level: ancestors.length + 1,
        isTotal: isGrandTotal || isParent,
        isOpen: isParent ? !closed.has(key) : undefined,
      },
    ];
  });
}

function columnsOf({ axes, measures }: Matrix, texts: PivotTexts): PivotColumn[] {
  const lines = axes.columns.levels.length;
  return axes.columns.positions.flatMap((position) =>
    measures.map(({ measure, title, show }): PivotColumn => {
      const captions = position.members.map((member) => member.caption);
      const isTotal = position.kind !== "DETAIL";
      const padded = Array.from(
        { length: lines },
        (_, line) => captions[line] ?? (line === captions.length && isTotal ? texts.total : ""),
      );
      return {
        key: `${keyOf(position)}:${measure}:${show}`,
        titles: [...padded, title],
        isTotal: isTotal && lines > 0,
        measure,
        position,
      };
    }),
  );
}

function labelOf(position: Position, texts: PivotTexts): string {
  if (position.kind === "GRAND_TOTAL") return texts.total;
  if (position.kind === "OTHERS") return texts.others;
  return memberOf(position)?.caption ?? "";
}

/** The way to a position, stable across loads: it stands in the address. */
export function keyOf(position: Position): string {
  const path = position.members.map((member) => encodeURIComponent(member.key)).join("/");
  return position.kind === "OTHERS" ? `${path}/*` : path;
}
