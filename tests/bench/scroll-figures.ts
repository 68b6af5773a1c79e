/** What the browser tells of a large pivot while it is scrolled a little further with every frame. */
export interface ScrollFigures {
  readonly rows: number;
  readonly columns: number;
  /** Frames a second, median; aim ≥ 30. */
  readonly framesPerSecond: number;
  /** Milliseconds that the slowest twentieth of the frames took at least. */
  readonly slowFrame: number;
  /** Milliseconds from the question to the table. */
  readonly drawn: number;
}
