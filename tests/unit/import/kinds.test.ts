import { describe, expect, test } from "vitest";
import { choice, currency, flag } from "../../../api/import/kinds/choice.ts";
import { compileDateFormat } from "../../../api/import/kinds/date-format.ts";
import { day, instant } from "../../../api/import/kinds/date.ts";
import type { Kind } from "../../../api/import/kinds/kind.ts";
import { amount, amounts, decimal, integer } from "../../../api/import/kinds/number.ts";
import { line, list, path } from "../../../api/import/kinds/text.ts";

const read = (kind: Kind, text: string, format?: string, timeZone = "Asia/Shanghai"): unknown => {
  const dateFormat = format === undefined ? undefined : compileDateFormat(format);
  const found = kind.read(text, { zh: "值", en: "Value" }, { timeZone, dateFormat });
  return "fault" in found ? found.fault.code : found.value;
};

describe("dates", () => {
  test.each([
    ["2017-03-01", undefined, "2017-03-01"],
    ["2017/3/1", undefined, "2017-03-01"],
    ["01.03.2017", "dd.MM.yyyy", "2017-03-01"],
    ["3/1/2017", "M/d/yyyy", "2017-03-01"],
    ["2017年3月1日", "yyyy年M月d日", "2017-03-01"],
    ["20170301", "yyyyMMdd", "2017-03-01"],
    ["2016-02-29", undefined, "2016-02-29"],
    ["2017-02-29", undefined, "IMPOSSIBLE_DATE"],
    ["2017-13-01", undefined, "IMPOSSIBLE_DATE"],
    ["1899-12-31", undefined, "IMPOSSIBLE_DATE"],
    ["2017-3/1", undefined, "NOT_A_DATE"],
    ["03/01/2017", undefined, "NOT_A_DATE"],
    ["2017-03-01", "dd.MM.yyyy", "NOT_A_DATE"],
  ])("%s by %s is %s", (text, format, expected) => {
    expect(read(day, text, format)).toBe(expected);
  });

  test.each([
    ["2017-03-01", "2017-02-28T16:00:00.000Z"],
    ["2017-03-01 09:30", "2017-03-01T01:30:00.000Z"],
    ["2017-03-01T09:30:15Z", "2017-03-01T09:30:15.000Z"],
    ["2017-03-01T09:30:15.250+02:00", "2017-03-01T07:30:15.000Z"],
    ["2017-03-01 24:00", "IMPOSSIBLE_DATE"],
    ["2017-03-01 12:61", "IMPOSSIBLE_DATE"],
  ])("%s is the moment %s in Shanghai", (text, expected) => {
    expect(read(instant, text)).toBe(expected);
  });

  test("times of day are those of the clocks, on days of a change too", () => {
    expect(read(instant, "2024-03-10 12:00", undefined, "America/New_York")).toBe(
      "2024-03-10T16:00:00.000Z",
    );
    expect(read(instant, "2024-11-03", undefined, "America/New_York")).toBe(
      "2024-11-03T04:00:00.000Z",
    );
  });

  test("a format names year, month and day once each", () => {
    expect(compileDateFormat("dd.MM.yy")).toBeUndefined();
    expect(compileDateFormat("yyyy-MM-dd-dd")).toBeUndefined();
    expect(compileDateFormat("d.M.yyyy H:mm:ss")?.read("1.2.2020 3:04:05")).toMatchObject({
      hour: 3,
      second: 5,
    });
  });
});

describe("numbers", () => {
  test.each([
    ["1054", "1054.0000"],
    ["0.12345", "NOT_A_NUMBER"],
    ["1,054", "NOT_A_NUMBER"],
    ["1e5", "NOT_A_NUMBER"],
    ["-5", "-5.0000"],
    ["100000000000000", "OUT_OF_RANGE"],
    ["Infinity", "NOT_A_NUMBER"],
  ])("the decimal %s is %s", (text, expected) => {
    expect(read(decimal, text)).toBe(expected);
  });

  test("amounts are not below zero, integers keep their bounds", () => {
    expect(read(amount, "-1")).toBe("OUT_OF_RANGE");
    expect(read(amounts, "1; 2.5")).toEqual(["1.0000", "2.5000"]);
    expect(read(integer(1, 5), "5")).toBe(5);
    expect(read(integer(1, 5), "6")).toBe("OUT_OF_RANGE");
    expect(read(integer(1, 5), "2.0")).toBe("NOT_A_NUMBER");
  });
});

describe("texts", () => {
  test("are as long as PostgreSQL counts, and can be stored", () => {
    expect(read(line(2), "😀😀")).toBe("😀😀");
    expect(read(line(2), "😀😀😀")).toBe("TOO_LONG");
    expect(read(line(10), "a\0b")).toBe("BAD_CHARACTER");
    expect(read(line(10), "\uD800")).toBe("BAD_CHARACTER");
  });

  test("in lists are divided by semicolons, in paths by slashes", () => {
    expect(read(list(10), "a; b；a;;")).toEqual(["a", "b"]);
    expect(read(path(50), "China/Shanghai /  Pudong")).toBe("China / Shanghai / Pudong");
  });

  test("in choices are compared without case", () => {
    expect(read(choice(["WON", "LOST"]), "won")).toBe("WON");
    expect(read(choice(["WON", "LOST"]), "gone")).toBe("NOT_AN_OPTION");
    expect(read(flag, "是")).toBe(true);
    expect(read(flag, "maybe")).toBe("NOT_AN_OPTION");
    expect(read(currency, "usd")).toBe("USD");
    expect(read(currency, "dollars")).toBe("NOT_AN_OPTION");
  });
});
