/** Which column the rows are ordered by. */
export interface PivotSort {
  readonly column: string;
  readonly direction: "ASC" | "DESC";
}
