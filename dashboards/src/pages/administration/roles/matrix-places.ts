/** The heads of the rows stand before the first action. */
export const HEAD = -1;

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Which places of the matrix there are: each row has its head and the columns of its actions. */
export type Rows = readonly (readonly number[])[];

/** Where a key leads from a place; undefined for keys that lead nowhere. */
export function placeAfter(key: string, ctrl: boolean, { row, column }: Place, rows: Rows) {
  const columns = (of: number): readonly number[] => [HEAD, ...(rows[of] ?? [])];
  const inRow = (to: number | undefined): Place => ({ row, column: to ?? column });
  const vertical = (step: number): Place => {
    for (let to = row + step; to >= 0 && to < rows.length; to += step) {
      if (columns(to).includes(column)) return { row: to, column };
    }
    return { row, column };
  };
  switch (key) {
    case "ArrowDown":
      return vertical(1);
    case "ArrowUp":
      return vertical(-1);
    case "ArrowRight":
      return inRow(columns(row).find((to) => to > column));
    case "ArrowLeft":
      return inRow(columns(row).findLast((to) => to < column));
    case "Home":
      return ctrl ? { row: 0, column: HEAD } : inRow(HEAD);
    case "End":
      return ctrl
        ? { row: rows.length - 1, column: columns(rows.length - 1).at(-1) ?? HEAD }
        : inRow(columns(row).at(-1));
    default:
      return undefined;
  }
}
