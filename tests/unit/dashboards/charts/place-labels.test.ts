import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  everyNth,
  placeLabels,
  within,
  type Label,
} from "../../../../dashboards/src/charts/place-labels.ts";

const END = 600;
const labels = fc.array(
  fc.record({ centre: fc.integer({ min: 0, max: END }), width: fc.integer({ min: 1, max: 120 }) }),
  { minLength: 1, maxLength: 40 },
);
const edges = (label: Label) => {
  const middle = within(label, END);
  return { from: middle - label.width / 2, to: middle + label.width / 2 };
};

describe("labels of an axis", () => {
  test("never touch and never leave the picture", () => {
    fc.assert(
      fc.property(labels, (all) => {
        const drawn = [...placeLabels(all, END, [])].map((index) => edges(all[index] as Label));
        drawn.sort((left, right) => left.from - right.from);
        for (const [index, { from, to }] of drawn.entries()) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(END);
          expect(from).toBeGreaterThan(drawn[index - 1]?.to ?? -1);
        }
      }),
    );
  });

  test("are all drawn where there is room, and the ones named first where there is not", () => {
    const row = (count: number): Label[] =>
      Array.from({ length: count }, (_, index) => ({
        centre: ((index + 0.5) * END) / count,
        width: 40,
      }));
    expect(placeLabels(row(12), END, []).size).toBe(12);
    const drawn = placeLabels(row(60), END, [31, 59, 0]);
    expect([31, 59, 0].every((index) => drawn.has(index))).toBe(true);
    expect(drawn.size).toBeLessThan(14);
  });

  test("of steps are every one, or every so many with the newest among them", () => {
    const names = (width: number): Label[] =>
      Array.from({ length: 12 }, (_, index) => ({ centre: index * 50, width }));
    expect(everyNth(names(40), 50).size).toBe(12);
    expect([...everyNth(names(60), 50)]).toEqual([1, 3, 5, 7, 9, 11]);
  });
});
