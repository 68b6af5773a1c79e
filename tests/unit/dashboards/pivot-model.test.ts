import { describe, expect, it } from "vitest";
import { pivotModel, type Matrix } from "../../../dashboards/src/pivot/pivot-model.ts";

type Position = Matrix["axes"]["rows"]["positions"][number];

const member = (key: string) => ({
  key,
  caption: `caption of ${key}`,
  level: "level",
  dimension: "dimension",
  isUnknown: false,
  partial: null,
});
const position = (
  ordinal: number,
  kind: Position["kind"],
  keys: string[],
  parentOrdinal: number | null,
): Position => ({
  ordinal,
  kind,
  depth: keys.length,
  parentOrdinal,
  hasChildren: kind === "SUBTOTAL",
  members: keys.map(member),
});
const ROWS = [
  position(0, "GRAND_TOTAL", [], null),
  position(1, "SUBTOTAL", ["east"], 0),
  position(2, "DETAIL", ["east", "ann"], 1),
  position(3, "SUBTOTAL", ["eastern"], 0),
  position(4, "DETAIL", ["eastern", "bob"], 3),
];
const matrix: Matrix = {
  axes: {
    rows: { levels: [], positions: ROWS, totalPositions: ROWS.length },
    columns: {
      levels: [{ name: "year", title: "Year" }],
      positions: [position(0, "DETAIL", ["2017"], null), position(1, "GRAND_TOTAL", [], null)],
      totalPositions: 2,
    },
  },
  measures: [
    { measure: "wonAmount", title: "Won", show: "VALUE" },
    { measure: "winRate", title: "Rate", show: "VALUE" },
  ],
  grid: {
    values: ROWS.map((_, row) => [`${row}0`, `${row}1`, `${row}2`, `${row}3`]),
    formatted: ROWS.map((_, row) => [`#${row}0`, `#${row}1`, `#${row}2`, `#${row}3`]),
    status: ROWS.map(() => ["OK", "OK", "OK", "OK"]),
  },
  freshness: { loadedAt: "", sourceMaxTime: "", state: "FRESH" },
  truncated: { rows: { shown: 5, total: 5 }, columns: { shown: 2, total: 2 } },
  warnings: [],
};
const model = (closed: string[] = []) =>
  pivotModel(matrix, new Set(closed), { total: "Total", others: "Others" });

describe("an answer laid out as a pivot", () => {
  it("stands rows as deep as they have parents, the grand total apart", () => {
    expect(model().rows.map(({ label, level, isOpen }) => [label, level, isOpen])).toEqual([
      ["Total", 1, undefined],
      ["caption of east", 1, true],
      ["caption of ann", 2, undefined],
      ["caption of eastern", 1, true],
      ["caption of bob", 2, undefined],
    ]);
  });

  it("folds away what lies below a closed row and nothing that is only named alike", () => {
    expect(model(["east"]).rows.map(({ key }) => key)).toEqual([
      "",
      "east",
      "eastern",
      "eastern/bob",
    ]);
  });

  it("shows each figure as the server wrote it, also below a fold", () => {
    const { rows, text, value } = model(["east"]);
    const bob = rows.at(-1);
    expect(bob && [text(bob, 3), value(bob, 3)]).toEqual(["#43", "43"]);
  });

  it("has a column for each position and figure, totals named so", () => {
    expect(model().columns.map(({ titles, isTotal }) => [...titles, isTotal])).toEqual([
      ["caption of 2017", "Won", false],
      ["caption of 2017", "Rate", false],
      ["Total", "Won", true],
      ["Total", "Rate", true],
    ]);
  });
});
