import { describe, expect, it } from "vitest";
import { steadyRows } from "../../../dashboards/src/lib/steady-rows.ts";

interface Row {
  readonly key: string;
  readonly value: number;
}

const rows = (keys: string, value = 0): Row[] => [...keys].map((key) => ({ key, value }));

function steady(shown: string, present: string, { hasMore = false, told = rows("") } = {}) {
  const answer = steadyRows({
    shown: rows(shown),
    present: rows(present, 1),
    keyOf: ({ key }) => key,
    hasMore,
    told: new Map(told.map((row) => [row.key, row])),
  });
  return { ...answer, order: answer.rows.map(({ key }) => key).join("") };
}

describe("rows that keep still", () => {
  it("take the values that the server gives now, in the order that is on screen", () => {
    const { rows: shown, order } = steady("abc", "cba");
    expect(order).toBe("abc");
    expect(shown.map(({ value }) => value)).toEqual([1, 1, 1]);
  });

  it("show what was told last of a row that the server no longer lists", () => {
    const { rows: shown, gone } = steady("ab", "b", { told: rows("a", 7) });
    expect(shown[0]).toEqual({ key: "a", value: 7 });
    expect(gone).toEqual(new Set("a"));
  });

  it.each([
    ["nothing", "abc", "abc", 0],
    ["a row that came", "abc", "axbc", 1],
    ["a row that came last", "abc", "abcx", 1],
    ["a row that went", "abc", "ac", 1],
    ["one row that moved past all others", "abcde", "eabcd", 1],
    ["two that changed places with others between", "abcde", "ebcda", 2],
    ["rows that came, went and moved", "abcd", "xdab", 3],
  ])("count %s", (_what, shown, present, changes) => {
    expect(steady(shown, present).changes).toBe(changes);
  });

  it.each([
    ["a row pushed out at the end by one that came", "abc", "xab", 1, ""],
    ["a row pulled in at the end by one that went", "abc", "acd", 1, "b"],
    ["a last row that went while another followed", "abc", "abd", 1, "c"],
    ["other rows altogether", "abc", "xyz", 3, "abc"],
  ])("do not count twice where more rows follow: %s", (_what, shown, present, changes, gone) => {
    const answer = steady(shown, present, { hasMore: true });
    expect(answer.changes).toBe(changes);
    expect(answer.gone).toEqual(new Set(gone));
  });
});
