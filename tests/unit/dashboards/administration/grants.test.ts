import { describe, expect, it } from "vitest";
import {
  fieldsOfNew,
  rightOn,
  withRight,
} from "../../../../dashboards/src/pages/administration/roles/field-rights.ts";
import {
  cellsOf,
  grantsFrom,
  type Cells,
} from "../../../../dashboards/src/pages/administration/roles/grant-cell.ts";
import { changesBetween } from "../../../../dashboards/src/pages/administration/roles/grant-changes.ts";

const named = (...names: string[]) => names.map((name) => ({ name, caption: name }));
const CATALOGUE = [
  {
    name: "customer",
    caption: "Customer",
    actions: named("read", "update"),
    scopes: named("NONE", "OWN", "ALL"),
    fields: named("bank"),
    rights: named("hidden", "masked", "read", "write"),
  },
];

const grant = (action: string, scope: string, right?: string) => ({
  resource: "customer",
  action,
  scope,
  departmentIds: [],
  fields: right === undefined ? [] : [{ field: "bank", right }],
});
const changes = (before: Cells, after: Cells) => changesBetween(before, after, CATALOGUE);

describe("the right on a field", () => {
  it.each([
    [[grant("read", "ALL")], "read"],
    [[grant("read", "ALL"), grant("update", "OWN")], "write"],
    [[grant("read", "ALL", "read"), grant("update", "OWN", "read")], "read"],
    [[grant("read", "ALL", "masked"), grant("update", "OWN")], "masked"],
    [[grant("read", "ALL", "hidden")], "hidden"],
  ])("is one word for what reading and updating say: %j is %s", (grants, right) => {
    expect(rightOn(cellsOf(grants), "customer", "bank")).toBe(right);
  });

  it("is written to both grants, and to no action that is not allowed", () => {
    const both = cellsOf([grant("read", "ALL"), grant("update", "OWN")]);
    const masked = withRight(both, "customer", "bank", "masked");
    expect(grantsFrom(masked)).toEqual([
      grant("read", "ALL", "masked"),
      grant("update", "OWN", "masked"),
    ]);
    const alone = withRight(cellsOf([grant("read", "ALL")]), "customer", "bank", "hidden");
    expect(grantsFrom(alone)).toEqual([grant("read", "ALL", "hidden")]);
  });

  it("is not opened by allowing a further action", () => {
    const cells = cellsOf([grant("read", "ALL", "masked")]);
    expect(fieldsOfNew(cells, "customer", ["bank"])).toEqual({ bank: "masked" });
  });
});

describe("the changes of a role", () => {
  it("name actions that reach further or less far, and fields by themselves", () => {
    const before = cellsOf([grant("read", "OWN"), grant("update", "OWN")]);
    const after = cellsOf([grant("read", "ALL", "masked")]);
    const { actions, fields } = changes(before, after);
    expect(actions.map(({ action, direction }) => [action, direction])).toEqual([
      ["read", "more"],
      ["update", "less"],
    ]);
    expect(fields.map(({ field, before: was, after: is }) => [field, was, is])).toEqual([
      ["bank", "write", "masked"],
    ]);
  });

  it("say nothing of fields where only an action opens or closes", () => {
    const read = cellsOf([grant("read", "ALL")]);
    const both = cellsOf([grant("read", "ALL"), grant("update", "OWN")]);
    expect(changes(both, read).fields).toEqual([]);
    expect(changes(read, both).fields).toEqual([]);
  });

  it("are none where a grant of nothing goes", () => {
    const { actions, fields } = changes(cellsOf([grant("read", "NONE", "read")]), cellsOf([]));
    expect([...actions, ...fields]).toEqual([]);
  });
});
