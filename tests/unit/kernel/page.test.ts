import { expect, test } from "vitest";
import { cursorBinding, decodeCursor, encodeCursor } from "../../../schema/kernel/page.ts";

const binding = cursorBinding("customers", { name: { eq: "A" } }, [{ field: "NAME" }]);

test("a cursor gives back the values it was made from", () => {
  const values = ["客户 A", 12.5, null, true];
  expect(decodeCursor(binding, encodeCursor(binding, values))).toEqual(values);
});

test("a cursor of another filter or order is refused with the way out", () => {
  const other = encodeCursor(cursorBinding("customers", {}), ["x"]);
  expect(() => decodeCursor(binding, other)).toThrowError(
    expect.objectContaining({
      code: "INVALID_INPUT",
      issues: [
        expect.objectContaining({
          path: "after",
          text: expect.objectContaining({ en: expect.stringContaining("start again") }),
        }),
      ],
    }),
  );
});

test("what is no cursor is refused and does not crash", () => {
  for (const text of ["", "%%%", "bnVsbA", Buffer.from('[{"a":1}]').toString("base64url")]) {
    expect(() => decodeCursor(binding, text)).toThrowError(
      expect.objectContaining({ code: "INVALID_INPUT" }),
    );
  }
});
