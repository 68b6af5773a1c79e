import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Locale } from "../../../schema/kernel/text.ts";
import type { Unit } from "../../../warehouse/define-cube.ts";
import { compareDecimals, fromUnits, quotient, toUnits } from "../../../warehouse/query/decimal.ts";
import { formatter } from "../../../warehouse/query/format.ts";
import type { NumberFormatInput } from "../../../warehouse/query/question.ts";

const show = (
  unit: Unit,
  value: string | null,
  locale: Locale,
  input: NumberFormatInput = {},
  currency = "CNY",
) =>
  formatter(unit, input, "CNY", locale).text({
    value,
    currency,
    status: value === null ? "NO_DATA" : "OK",
  });

describe("texts for people", () => {
  it.each<[Unit, string, Locale, NumberFormatInput, string]>([
    ["money", "10005534.0000", "en", {}, "¥10,005,534.00"],
    ["money", "10005534.0000", "zh-CN", {}, "¥10,005,534.00"],
    ["money", "10005534.0000", "zh-CN", { unit: "万" }, "¥1,000.55万"],
    ["money", "1234567890.0000", "zh-CN", { unit: "亿", decimals: 1 }, "¥12.3亿"],
    ["money", "10005534.0000", "zh-CN", { compact: true }, "¥1000.6万"],
    ["money", "10005534.0000", "en", { compact: true }, "¥10M"],
    ["money", "-0.5000", "en", {}, "-¥0.50"],
    ["fraction", "0.6315005215", "en", {}, "63.15%"],
    ["fraction", "0.6315005215", "zh-CN", { decimals: 0 }, "63%"],
    ["fraction", "0.6315005215", "en", { percent: false }, "0.63"],
    ["count", "4238", "en", {}, "4,238"],
    ["days", "51.7823", "zh-CN", {}, "51.8"],
    ["days", "51.7823", "en", { decimals: 2 }, "51.78"],
  ])("%s %s in %s as %j", (unit, value, locale, input, expected) => {
    expect(show(unit, value, locale, input)).toBe(expected);
  });

  it("keep digits that a double would lose", () => {
    expect(show("money", "99999999999999.9999", "en", { decimals: 4 })).toBe(
      "¥99,999,999,999,999.9999",
    );
  });

  it("show the currency of the figure", () => {
    expect(show("money", "5.0000", "en", {}, "USD")).toBe("$5.00");
    expect(show("money", "5.0000", "en", {}, "EUR")).toBe("€5.00");
  });

  it("never show a zero for what is not there", () => {
    expect(show("money", null, "en")).toBe("–");
    const { text } = formatter("money", {}, "CNY", "zh-CN");
    expect(text({ value: null, currency: null, status: "MIXED_CURRENCY" })).toBe("多币种");
    expect(text({ value: null, currency: null, status: "NOT_APPLICABLE" })).toBe("不适用");
  });
});

describe("decimals", () => {
  const tenThousandths = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
  const text = (value: bigint): string => fromUnits(value * 10n ** 6n, 4);

  it("come back as they were written", () => {
    fc.assert(
      fc.property(tenThousandths, (value) => {
        expect(fromUnits(toUnits(text(value)), 4)).toBe(text(value));
      }),
    );
  });

  it("compare like the numbers they are", () => {
    fc.assert(
      fc.property(tenThousandths, tenThousandths, (left, right) => {
        const sign = left === right ? 0 : left < right ? -1 : 1;
        expect(compareDecimals(text(left), text(right))).toBe(sign);
      }),
    );
  });

  it("divide half away from zero, and never by zero", () => {
    expect(quotient(2n, 3n)).toBe("0.6666666667");
    expect(quotient(-2n, 3n)).toBe("-0.6666666667");
    expect(quotient(1n, 0n)).toBeNull();
    expect(fromUnits(toUnits("-0.00005"), 4)).toBe("-0.0001");
    expect(fromUnits(toUnits("-0.00004"), 4)).toBe("0.0000");
  });
});
