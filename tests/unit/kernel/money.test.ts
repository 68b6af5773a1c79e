import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatMoney,
  isCurrency,
  multiplyMoney,
  parseMoney,
} from "../../../schema/kernel/money.ts";

test("reading and writing an amount are each other's reverse", () => {
  const bound = 10n ** 18n - 1n;
  fc.assert(
    fc.property(fc.bigInt({ min: -bound, max: bound }), (amount) => {
      expect(parseMoney(formatMoney(amount))).toBe(amount);
    }),
  );
});

test("what is no amount, or too large, is refused", () => {
  const refused = ["", "1e3", "1,000", "1.23456", "100000000000000", "NaN", "--1", ".5"];
  expect(refused.filter((text) => parseMoney(text) !== undefined)).toEqual([]);
  expect(parseMoney("99999999999999.9999")).toBe(999999999999999999n);
  expect(parseMoney("1.500000")).toBe(15000n);
});

test("a product is rounded half away from zero at four places", () => {
  const product = (left: string, right: string): string =>
    formatMoney(multiplyMoney(parseMoney(left) ?? 0n, parseMoney(right) ?? 0n));
  expect(product("3", "4821.5")).toBe("14464.5000");
  expect(product("0.0001", "0.5")).toBe("0.0001");
  expect(product("-0.0001", "0.5")).toBe("-0.0001");
  expect(product("0.0001", "0.4999")).toBe("0.0000");
});

test("currencies are the ISO codes in capitals", () => {
  expect([isCurrency("CNY"), isCurrency("cny"), isCurrency("XXZ")]).toEqual([true, false, false]);
});
