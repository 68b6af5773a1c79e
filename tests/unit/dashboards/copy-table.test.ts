import { describe, expect, it } from "vitest";
import { asClipboardText, asCsv, defused } from "../../../dashboards/src/pivot/copy-table.ts";

describe("a table taken out of the application", () => {
  it.each(["=1+1", "+cmd", "@SUM(A1)", "-2+3", "\tx", " =1"])(
    "cannot run %j as a formula",
    (cell) => {
      expect(defused(cell)).toBe(`'${cell}`);
    },
  );

  it.each(["-12.5000", "0", "Acme = Co", "张伟"])("keeps %j as it is", (cell) => {
    expect(defused(cell)).toBe(cell);
  });

  it("is CSV that Excel reads as UTF-8, with quotes where they are needed", () => {
    expect(
      asCsv([
        ["名称", 'a "b", c'],
        ["x", "-1.5"],
      ]),
    ).toBe('\uFEFF名称,"a ""b"", c"\r\nx,-1.5\r\n');
  });

  it("goes to the clipboard in columns, without breaks inside a cell", () => {
    expect(
      asClipboardText([
        ["a\tb", "c"],
        ["d", "=e"],
      ]),
    ).toBe("a b\tc\nd\t'=e");
  });
});
