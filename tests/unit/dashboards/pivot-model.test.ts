import { describe, expect, it } from "vitest";
import { pivotModel, type PivotSetting } from "../../../dashboards/src/pivot/pivot-model.ts";
import { matrixOf, position } from "./pivot-answer.ts";

const ROWS = [
  position(0, "GRAND_TOTAL", [], null),
  position(1, "SUBTOTAL", [["east"]], 0),
  position(2, "DETAIL", [["east"], ["ann"]], 1),
  position(3, "SUBTOTAL", [["eastern"]], 0),
  position(4, "DETAIL", [["eastern"], ["bob"]], 3),
];
const COLUMNS = [position(0, "DETAIL", [["2017"]], null), position(1, "GRAND_TOTAL", [], null)];
const STACKED: PivotSetting = {
  rows: [undefined, undefined],
  columns: [undefined],
  closed: new Set(),
  total: "Total",
  showName: (show) => show.toLowerCase(),
};
const model = (closed: string[] = []) =>
  pivotModel(matrixOf(ROWS, COLUMNS), { ...STACKED, closed: new Set(closed) });

describe("an answer laid out as a pivot", () => {
  it("stands rows as deep as they have parents, the grand total apart", () => {
    expect(
      model().rows.map(({ label, level, opening }) => [label, level, opening?.isOpen]),
    ).toEqual([
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

  it("folds as well where the totals stand below their parts", () => {
    const rows = [
      position(0, "DETAIL", [["east"], ["ann"]], 1),
      position(1, "SUBTOTAL", [["east"]], null),
    ];
    const after = pivotModel(matrixOf(rows, COLUMNS), { ...STACKED, closed: new Set(["east"]) });
    expect(after.rows.map(({ key }) => key)).toEqual(["east"]);
  });

  it("names a row by all its levels where the outer ones have no row", () => {
    const rows = [position(0, "DETAIL", [["east"], ["ann"]], null)];
    expect(pivotModel(matrixOf(rows, COLUMNS), STACKED).rows[0]?.label).toBe(
      "caption of east / caption of ann",
    );
  });

  it("shows each figure as the server wrote it, also below a fold", () => {
    const { rows, text, value } = model(["east"]);
    const bob = rows.at(-1);
    expect(bob && [text(bob, 3), value(bob, 3), bob.title]).toEqual([
      "#43",
      "43",
      "caption of eastern / caption of bob",
    ]);
  });

  it("has a column for each position and form, totals named so, ordered by values only", () => {
    expect(
      model().columns.map(({ heads, figure, isTotal, isSortable }) => [
        ...heads.map(({ title }) => title),
        figure,
        isTotal,
        isSortable,
      ]),
    ).toEqual([
      ["caption of 2017", "Won", false, true],
      ["caption of 2017", "Won · pct_of_total", false, false],
      ["Total", "Won", true, true],
      ["Total", "Won · pct_of_total", true, false],
    ]);
  });
});

describe("a hierarchy that opens in place", () => {
  const parts = { hasChildren: true };
  const rows = [
    position(0, "DETAIL", [["asia"]], null, { ...parts, expanded: true }),
    position(1, "DETAIL", [["asia", "asia / china"]], 0, parts),
    position(2, "DETAIL", [["asia", "none"]], 0),
  ];
  const openings = (hierarchy: string | undefined) =>
    pivotModel(matrixOf(rows, COLUMNS), { ...STACKED, rows: [hierarchy] }).rows.map(
      ({ opening }) => opening,
    );

  it("is opened by the server, each member at its path", () => {
    expect(openings("customer.byRegion")).toEqual([
      { kind: "open", key: "customer.byRegion:asia", isOpen: true },
      { kind: "open", key: "customer.byRegion:asia/asia%20%2F%20china", isOpen: false },
      undefined,
    ]);
  });

  it("keeps what stands inside a closed member out of sight until it is opened", () => {
    const crossed = [
      position(0, "SUBTOTAL", [["asia"]], null),
      position(1, "DETAIL", [["asia"], ["ann"]], 0),
    ];
    const drawn = pivotModel(matrixOf(crossed, COLUMNS), {
      ...STACKED,
      rows: ["customer.byRegion", undefined],
    });
    expect(drawn.rows.map(({ key }) => key)).toEqual(["asia"]);
  });

  it("opens on the columns too", () => {
    const years = [position(0, "DETAIL", [["2017"]], null, parts)];
    const drawn = pivotModel(matrixOf(rows, years), {
      ...STACKED,
      columns: ["closedDate.calendar"],
    });
    expect(drawn.columns[0]?.heads[0]?.opening).toEqual({
      kind: "open",
      key: "closedDate.calendar:2017",
      isOpen: false,
    });
  });
});
