import type { Random } from "./random.ts";

/** A UUID of version 7 for an instant: ordered by time as the database's own, but told by the seed. */
export function demoId(random: Random, instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, "0");
  const part = (bits: number): number => Math.floor(random.next() * 2 ** bits);
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${hex(part(12), 3)}`,
    hex(0x8000 | part(14), 4),
    hex(part(24), 6) + hex(part(24), 6),
  ].join("-");
}
