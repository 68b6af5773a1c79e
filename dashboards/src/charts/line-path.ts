/** A point of a line; without a height there is a gap. */
export interface LinePoint {
  readonly x: number;
  readonly y: number | null;
}

/** The path of a line as SVG writes it. */
export function linePath(points: readonly LinePoint[]): string {
  let isDrawing = false;
  const parts = points.map(({ x, y }) => {
    if (y === null) {
      isDrawing = false;
      return "";
    }
    const part = `${isDrawing ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
    isDrawing = true;
    return part;
  });
  return parts.join("");
}
