import { describe, expect, test } from "vitest";
import { parseMapping } from "../../../api/import/mapping.ts";
import { pathsOf } from "../../../api/import/target.ts";
import { TARGETS } from "../../../api/import/targets/list.ts";
import { AppError } from "../../../schema/kernel/errors.ts";

const read = (mapping: unknown) => parseMapping(JSON.stringify(mapping), "Asia/Shanghai");
const faults = (mapping: unknown): string[] => {
  try {
    read(mapping);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe("INVALID_INPUT");
    return error.issues.map(({ path, code, suggestions }) =>
      [path, code, ...(suggestions ?? [])].join(" "),
    );
  }
};
const CUSTOMER = { entity: "customer", matchBy: "name", columns: { company: "name" } };

describe("a mapping", () => {
  test("tells every fault at once, by path and with the nearest names", () => {
    expect(
      faults({
        entity: "opportunity",
        source: "crm",
        matchBy: "externalky",
        colums: {},
        columns: { id: "externalKey", a: "titel", b: "status", c: "status", d: 4 },
        values: { status: { Won: "WONN" }, title: {} },
        defaults: { successRate: "abc", tier: 1 },
        createMissing: ["customer"],
        dateFormat: "mm/dd",
        encoding: "utf9",
        delimiter: ",,",
        header: "yes",
        nulls: "NULL",
      }),
    ).toEqual([
      "colums UNKNOWN_NAME columns",
      "nulls WRONG_TYPE",
      "dateFormat WRONG_FORMAT",
      "encoding UNKNOWN_NAME utf8 utf-8 utf16",
      "delimiter WRONG_FORMAT",
      "header WRONG_TYPE",
      "columns.a UNKNOWN_NAME title",
      "columns.c DUPLICATE_PATH",
      "columns.d WRONG_TYPE",
      "values.status.Won NOT_AN_OPTION WON",
      "values.title UNUSED",
      "defaults.successRate NOT_A_NUMBER",
      "defaults.tier UNKNOWN_NAME",
      "matchBy UNKNOWN_NAME externalKey",
      "createMissing[0] UNKNOWN_NAME",
    ]);
  });

  test("names an entity that is there, its key, and the source of external keys", () => {
    expect(faults({ ...CUSTOMER, entity: "costumer" })).toEqual(["entity UNKNOWN_NAME customer"]);
    expect(faults({ ...CUSTOMER, matchBy: "number" })).toEqual(["matchBy REQUIRED"]);
    expect(faults({ ...CUSTOMER, columns: { id: "externalKey", n: "name" } })).toEqual([
      "source REQUIRED",
    ]);
    expect(faults([])).toEqual([" WRONG_TYPE"]);
    expect(faults({ entity: "customer", matchBy: "name" })).toEqual([
      "columns REQUIRED",
      "matchBy REQUIRED",
    ]);
  });

  test("is JSON; where it is none, line and column say so", () => {
    expect(() => parseMapping('{\n  "entity": oops\n}', "UTC")).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: "2:13" })] }),
    );
  });

  test("names columns by number where there is no header", () => {
    expect(faults({ ...CUSTOMER, header: false })).toEqual(["columns.company UNKNOWN_COLUMN"]);
    expect(faults({ ...CUSTOMER, header: false, columns: { "2": "name" } })).toEqual([]);
  });

  test("may fill several fields from one column, and reads its own values as cells are read", () => {
    const mapping = read({
      ...CUSTOMER,
      columns: { company: ["name", "industry"], size: "tier" },
      values: { tier: { small: 1, large: "5", none: null } },
      defaults: { region: "China/ Shanghai", createdAt: "2020-02-29", tags: ["a", "b"] },
      dateFormat: "dd.MM.yyyy",
    });
    expect(mapping.columns.get("company")).toEqual(["name", "industry"]);
    expect(mapping.values.get("tier")).toEqual(
      new Map([
        ["small", 1],
        ["large", 5],
        ["none", null],
      ]),
    );
    expect(Object.fromEntries(mapping.defaults)).toEqual({
      region: "China / Shanghai",
      createdAt: "2020-02-28T16:00:00.000Z",
      tags: ["a", "b"],
    });
  });

  test("is not fooled by names that every object has", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(faults(JSON.parse(`{"entity": "${name}", "columns": {"a": "b"}}`))).toEqual([
        "entity UNKNOWN_NAME",
      ]);
      expect(faults({ ...CUSTOMER, columns: { company: "name", x: name } })).toEqual([
        "columns.x UNKNOWN_NAME",
      ]);
    }
  });
});

describe("what can be imported", () => {
  test.each(Object.entries(TARGETS))("%s has every key by which it is matched", (_name, target) => {
    for (const match of Object.values(target.matchBy)) {
      expect(pathsOf(target)).toContain(match?.path);
    }
    expect(new Set(pathsOf(target)).size).toBe(pathsOf(target).length);
  });
});
