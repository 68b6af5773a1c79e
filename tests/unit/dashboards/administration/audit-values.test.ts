import { describe, expect, it } from "vitest";
import {
  nameInEntry,
  referenceOf,
} from "../../../../dashboards/src/pages/administration/audit/named-records.ts";
import {
  changesOf,
  partsApart,
  veilOf,
} from "../../../../dashboards/src/pages/administration/audit/value-changes.ts";
import { valueInWords } from "../../../../dashboards/src/pages/administration/audit/value-words.ts";

const WORDING = {
  day: (text: string) => `day ${text}`,
  moment: (text: string) => `moment ${text}`,
  yes: "yes",
  no: "no",
  none: "none",
};
const words = (value: unknown) => valueInWords(value, WORDING);

describe("what an entry says has changed", () => {
  it("holds each field of both sides once, and not the version", () => {
    expect(changesOf({ name: "a", tier: 1 }, { name: "b", credit: 2, version: 4 })).toEqual([
      { field: "name", before: "a", after: "b" },
      { field: "tier", before: 1, after: undefined },
      { field: "credit", before: undefined, after: 2 },
    ]);
  });

  it("is nothing where nothing was kept", () => {
    expect(changesOf(null, null)).toEqual([]);
  });

  it("tells a veiled value from one that is there", () => {
    expect(veilOf({ hidden: true })).toBe("hidden");
    expect(veilOf({ erased: true })).toBe("erased");
    expect(veilOf("hidden")).toBeUndefined();
    expect(veilOf({ hidden: "yes" })).toBeUndefined();
  });

  it("leaves out of long lists of parts what both sides have, never of plain lists", () => {
    const [one, two, three] = [{ action: "read" }, { action: "update" }, { action: "delete" }];
    expect(partsApart([one, two], [one, three])).toEqual([two]);
    expect(partsApart(["A", "B"], ["A"])).toEqual(["A", "B"]);
  });
});

describe("a value in words", () => {
  it("says nothing of what is empty", () => {
    for (const empty of [null, undefined, "", [], {}]) expect(words(empty)).toBe("none");
    expect(words(0)).toBe("0");
    expect(words(false)).toBe("no");
  });

  it("tells days and instants from other texts", () => {
    expect(words("2026-01-02")).toBe("day 2026-01-02");
    expect(words("2026-01-02T03:04:05.678Z")).toBe("moment 2026-01-02T03:04:05.678Z");
    expect(words("2026-01")).toBe("2026-01");
  });

  it("puts a list of parts a line each, without what is empty in them", () => {
    const grant = {
      resource: "user",
      action: "read",
      departmentIds: [],
      fields: { email: "MASK" },
    };
    expect(words([grant, { resource: "role" }])).toBe("user · read · fields: MASK\nrole");
    expect(words(["A", "B"])).toBe("A, B");
  });
});

describe("the records of an entry", () => {
  it("are named by the entry where it does", () => {
    const before = { name: "Old", code: "X" };
    expect(nameInEntry({ before, after: { name: { hidden: true } } })).toBe("Old");
    expect(nameInEntry({ before: null, after: { code: "ROLE" } })).toBe("ROLE");
    expect(nameInEntry({ before: null, after: null })).toBeUndefined();
  });

  it("are referred to by fields whose meaning is known", () => {
    expect(referenceOf("customer", "accountManagerId", "7")).toEqual({ kind: "user", id: "7" });
    expect(referenceOf("department", "parentId", "7")).toEqual({ kind: "department", id: "7" });
    expect(referenceOf("customer", "parentId", "7")).toBeUndefined();
    expect(referenceOf("customer", "customerId", { hidden: true })).toBeUndefined();
  });
});
