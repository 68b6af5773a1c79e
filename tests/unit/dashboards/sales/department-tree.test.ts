import { describe, expect, it } from "vitest";
import type { Position } from "../../../../dashboards/src/cube/cellset.ts";
import { treeRows } from "../../../../dashboards/src/pages/management/sales/department-tree.ts";

/** Parents by place: a company, its sales with two regions, an office in the first. */
const PARENTS = [null, 0, 1, 2, 1];
const NAMES = ["company", "sales", "east", "shanghai", "south"];
const ROWS = PARENTS.map((parentOrdinal, ordinal): Position => {
  const key = NAMES[ordinal] ?? "";
  return {
    ordinal,
    parentOrdinal,
    kind: "DETAIL",
    depth: 0,
    hasChildren: true,
    drill: { through: null },
    members: [
      {
        key,
        caption: key,
        level: "department",
        dimension: "owner",
        isUnknown: false,
        partial: null,
        start: null,
        end: null,
      },
    ],
  };
});
const shown = (turned: readonly string[]) =>
  treeRows(ROWS, turned).map(({ row, isOpen }) => [NAMES[row.ordinal], isOpen]);

describe("the tree of departments", () => {
  it("is open down to the first level with several members", () => {
    expect(shown([])).toEqual([
      ["company", true],
      ["sales", true],
      ["east", false],
      ["south", undefined],
    ]);
  });

  it("opens and closes what was turned", () => {
    expect(shown(["east"]).map(([name]) => name)).toContain("shanghai");
    expect(shown(["sales"])).toEqual([
      ["company", true],
      ["sales", false],
    ]);
  });
});
