/** A figure of an answer of the cube, as somebody points at it. */
export interface DrillTarget {
  /** Signed token of the row position, and of the column position where there is one. */
  readonly row: string;
  readonly column?: string | undefined;
  readonly measure: string;
  readonly measureTitle: string;
  /** What stands above the cell, where that is a form of the measure: its share, its rank. */
  readonly figure?: string;
  /** What the number is of: the captions of its row and column. */
  readonly title: string;
  /** As it stands in the cell. */
  readonly formatted: string;
}
