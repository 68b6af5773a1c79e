import { itemName, readLevel, type LevelItem } from "./axis-item.ts";

/** Only the first `n` members of a level on the rows, by a measure, within each member above. */
export interface TopChoice {
  readonly level: LevelItem;
  readonly n: number;
  readonly by: string;
  /** Whether the rest is one more row. */
  readonly others: boolean;
}

export const MOST_TOP = 1000;

/** `customer.customer.customer:5:wonAmount`, with `:hide` where the rest is left out. */
export function writeTop({ level, n, by, others }: TopChoice): string {
  return [itemName(level), n, by, ...(others ? [] : ["hide"])].join(":");
}

export function readTop(text: string): TopChoice | undefined {
  const [name = "", count = "", by = "", rest, ...more] = text.split(":");
  const level = readLevel(name);
  const n = /^\d+$/.test(count) ? Number(count) : 0;
  if (!level || n < 1 || n > MOST_TOP || by === "" || more.length > 0) return undefined;
  return rest === undefined || rest === "hide"
    ? { level, n, by, others: rest === undefined }
    : undefined;
}
