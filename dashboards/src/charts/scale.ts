/** A strip of a picture, in pixels from its top. */
export interface Strip {
  readonly top: number;
  readonly height: number;
}

/** Where a value stands in a strip that runs from the one bound to the other. Geometry only: nobody reads it. */
export function scale(strip: Strip, values: readonly (number | null)[], from?: number) {
  const known = values.filter((value) => value !== null);
  const least = from ?? Math.min(...known);
  const range = Math.max(...known, least) - least;
  return (value: number | null): number | null => {
    if (value === null) return null;
    const share = range > 0 ? Math.max(0, value - least) / range : 0;
    return strip.top + strip.height * (1 - share);
  };
}
