import type {
  CellsetPositionFragment,
  CellsetQuery,
  FreshnessPartsFragment,
  PositionPartsFragment,
  ShowAs,
} from "../gql/graphql.ts";

export type Answer = CellsetQuery["cubeQuery"];
export type Cell = Answer["cells"][number];
/** A row, with the token that leads to its facts. */
export type Position = CellsetPositionFragment;
export type Freshness = FreshnessPartsFragment;

/** An answer of the cube with its cells found by place. Nothing here computes: figures stay the server's. */
export interface Cellset {
  readonly answer: Answer;
  readonly rows: readonly Position[];
  readonly columns: readonly PositionPartsFragment[];
  /** The one row over everything, where it was asked for. */
  readonly grandTotal: Position | undefined;
  /** `measure` is the name or the `as` name it was asked under. Undefined where there is no such cell. */
  cell(
    row: Position,
    measure: string,
    show?: ShowAs,
    column?: PositionPartsFragment,
  ): Cell | undefined;
}

export function cellsetOf({ cubeQuery: answer }: CellsetQuery): Cellset {
  const rows = answer.axes.rows.positions;
  const columns = answer.axes.columns.positions;
  const cells = new Map(
    answer.cells.map((cell) => [place(cell.row, cell.column, cell.measure, cell.show), cell]),
  );
  return {
    answer,
    rows,
    columns,
    grandTotal: rows.find((row) => row.kind === "GRAND_TOTAL"),
    cell: (row, measure, show = "VALUE", column = columns[0]) =>
      cells.get(place(row.ordinal, column?.ordinal ?? 0, measure, show)),
  };
}

function place(row: number, column: number, measure: string, show: ShowAs): string {
  return `${row}:${column}:${measure}:${show}`;
}

/** The member a row ends in: its innermost level. Undefined for a grand total. */
export function memberOf(position: Position): Position["members"][number] | undefined {
  return position.members.at(-1);
}

/**
 * How long a bar is, as a share of the longest: geometry, the one thing a number is used for here.
 * A figure that is absent or negative has no length.
 */
export function barLengths(values: readonly (string | null | undefined)[]): number[] {
  const numbers = values.map((value) => Math.max(0, Number(value ?? 0)));
  const longest = Math.max(...numbers);
  return numbers.map((number) => (longest > 0 ? number / longest : 0));
}
