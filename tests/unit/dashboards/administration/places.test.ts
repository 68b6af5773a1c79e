import { describe, expect, it } from "vitest";
import { DepartmentNodes } from "../../../../dashboards/src/pages/administration/department-nodes.ts";
import { refusalOf } from "../../../../dashboards/src/pages/administration/departments/move-refusal.ts";
import {
  HEAD,
  placeAfter,
} from "../../../../dashboards/src/pages/administration/roles/matrix-places.ts";

describe("a key in the matrix", () => {
  // The second row lacks what the others have in the middle.
  const ROWS = [
    [0, 1, 2],
    [0, 2],
    [0, 1, 2],
  ];
  it.each([
    ["ArrowRight", false, { row: 0, column: HEAD }, { row: 0, column: 0 }],
    ["ArrowRight", false, { row: 1, column: 0 }, { row: 1, column: 2 }],
    ["ArrowRight", false, { row: 1, column: 2 }, { row: 1, column: 2 }],
    ["ArrowLeft", false, { row: 1, column: 0 }, { row: 1, column: HEAD }],
    ["ArrowDown", false, { row: 0, column: 1 }, { row: 2, column: 1 }],
    ["ArrowUp", false, { row: 0, column: 1 }, { row: 0, column: 1 }],
    ["Home", false, { row: 2, column: 2 }, { row: 2, column: HEAD }],
    ["Home", true, { row: 2, column: 2 }, { row: 0, column: HEAD }],
    ["End", false, { row: 1, column: 0 }, { row: 1, column: 2 }],
    ["End", true, { row: 0, column: 0 }, { row: 2, column: 2 }],
    ["a", false, { row: 0, column: 0 }, undefined],
  ])("%s (Ctrl: %s) leads from %j to %j", (key, ctrl, from, to) => {
    expect(placeAfter(key, ctrl, from, ROWS)).toEqual(to);
  });
});

describe("a department", () => {
  const node = (id: string, parentId: string | null) => ({
    id,
    parentId,
    code: id,
    name: id,
    people: 0,
    version: 1,
  });
  const [top, east, harbour, west] = [
    node("top", null),
    node("east", "top"),
    node("harbour", "east"),
    node("west", "top"),
  ];
  const nodes = new DepartmentNodes([east, harbour, top, west]);

  it("stands before those below it, and folds them away", () => {
    const names = (isOpen?: (id: string) => boolean) =>
      nodes.lines(isOpen).map(({ node: { name }, depth }) => `${depth} ${name}`);
    expect(names()).toEqual(["0 top", "1 east", "2 harbour", "1 west"]);
    expect(names((id) => id !== "east")).toEqual(["0 top", "1 east", "1 west"]);
  });

  it.each([
    [top, west, "topStays"],
    [east, east, "intoItself"],
    [east, harbour, "intoItself"],
    [east, top, "already"],
    [harbour, west, undefined],
  ])("$name below $name: %s", (moved, to, why) => {
    expect(refusalOf(nodes, moved, to)).toBe(why);
  });
});
