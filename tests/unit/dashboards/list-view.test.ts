import { describe, expect, it } from "vitest";
import { readChoices, readOrder, writeOrder } from "../../../dashboards/src/lib/list-view.ts";

const FIELDS = ["NAME", "TIER"] as const;
const PLAIN = { field: "NAME", direction: "ASC" } as const;

describe("the order of a list in the address", () => {
  it("is left out where it is the plain one", () => {
    expect(writeOrder<string>(PLAIN, PLAIN)).toBeUndefined();
  });

  it("is read back as it was written", () => {
    for (const field of FIELDS) {
      for (const direction of ["ASC", "DESC"] as const) {
        const written = writeOrder<string>({ field, direction }, PLAIN) ?? null;
        expect(readOrder(written, FIELDS, PLAIN, () => undefined)).toEqual({ field, direction });
      }
    }
  });

  it("falls back to the plain one and tells of a field nobody knows", () => {
    const unread: string[] = [];
    expect(readOrder("-SALARY", FIELDS, PLAIN, (text) => unread.push(text))).toEqual(PLAIN);
    expect(unread).toEqual(["-SALARY"]);
  });
});

describe("choices in the address", () => {
  it("keep what is known and tell of the rest", () => {
    const unread: string[] = [];
    expect(readChoices("TIER,,X", FIELDS, (text) => unread.push(text))).toEqual(["TIER"]);
    expect(unread).toEqual(["X"]);
  });
});
