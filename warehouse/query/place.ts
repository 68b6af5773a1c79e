/** A position of one axis: a grain and a key for each of its slots. */
export interface Place {
  readonly grain: number;
  readonly keys: readonly string[];
  /** Names the position among those of its axis; made once, since every cell asks for it. */
  readonly id: string;
}

export const placeAt = (grain: number, keys: readonly string[]): Place => ({
  grain,
  keys,
  id: `${grain}\u0000${keys.join("\u0000")}`,
});
