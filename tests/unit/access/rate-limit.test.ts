import { expect, test } from "vitest";
import { RateLimit } from "../../../api/access/rate-limit.ts";

const admitted = (limit: RateLimit, key: string, calls: number, at: number): number =>
  Array.from({ length: calls }, () => limit.admits(key, at)).filter(Boolean).length;

test("a key may burst, then goes on at the steady pace, each on its own account", () => {
  const limit = new RateLimit();
  expect(admitted(limit, "a", 500, 0)).toBe(120);
  expect(admitted(limit, "b", 1, 0)).toBe(1);
  expect(admitted(limit, "a", 500, 3_000)).toBe(30);
  expect(admitted(limit, "a", 500, 3_600_000)).toBe(120);
});
