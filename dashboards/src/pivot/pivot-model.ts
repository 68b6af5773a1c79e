import type { CubeMatrixQuery, ShowAs } from "../gql/graphql.ts";
import type { Hierarchies } from "./opening.ts";
import { columnsOf, type PivotColumn } from "./pivot-columns.ts";
import { rowsOf, type PivotRow } from "./pivot-rows.ts";

export type Matrix = CubeMatrixQuery["cubeQuery"];

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

export interface PivotSetting {
  readonly rows: Hierarchies;
  readonly columns: Hierarchies;
  /** Keys of rows that are folded away. */
  readonly closed: ReadonlySet<string>;
  readonly total: string;
  readonly showName: (show: ShowAs) => string;
}

/**
 * The answer laid out as a tree of rows and lines of column heads; nothing is added up, sorted or
 * formatted here.
 */
export function pivotModel({ axes, measures, grid }: Matrix, setting: PivotSetting): PivotModel {
  const { closed, total, showName } = setting;
  const columns = columnsOf(axes.columns.positions, measures, {
    hierarchies: setting.columns,
    total,
    showName,
  });
  const rows = rowsOf(axes.rows.positions, { hierarchies: setting.rows, closed, total });
  return {
    rows,
    isTree: rows.some(({ opening }) => opening !== undefined),
    columns,
    headLines: setting.columns.length + 1,
    text: (row, column) => grid?.formatted[row.index]?.[column] ?? "",
    value: (row, column) => grid?.values[row.index]?.[column] ?? null,
  };
}
