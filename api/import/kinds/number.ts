import { formatMoney, parseMoney } from "../../../schema/kernel/money.ts";
import { fault } from "../faults.ts";
import type { Kind, Value } from "./kind.ts";

/** A whole number within bounds, both included. */
export const integer = (min: number, max: number): Kind => ({
  sqlType: "integer",
  expects: `whole number ${min}–${max}`,
  read(text, field) {
    if (!/^[+-]?\d{1,15}$/.test(text)) return { fault: fault("NOT_A_NUMBER", { field }) };
    const value = Number(text);
    return value < min || value > max
      ? { fault: fault("OUT_OF_RANGE", { field, min, max }) }
      : { value };
  },
});

const BOUND = "99999999999999.9999";

/** A decimal with at most four places, as a text with exactly four. */
export const decimal: Kind = {
  sqlType: "numeric",
  expects: "decimal with a point and at most four places",
  read(text, field) {
    const amount = parseMoney(text);
    if (amount !== undefined) return { value: formatMoney(amount) };
    return /^[+-]?\d{15,}(\.\d*)?$/.test(text)
      ? { fault: fault("OUT_OF_RANGE", { field, min: `-${BOUND}`, max: BOUND }) }
      : { fault: fault("NOT_A_NUMBER", { field }) };
  },
};

/** A decimal that is not below zero. */
export const amount: Kind = {
  ...decimal,
  expects: "decimal of at least 0 with a point and at most four places",
  read(text, field, context) {
    const read = decimal.read(text, field, context);
    return "value" in read && String(read.value).startsWith("-")
      ? { fault: fault("OUT_OF_RANGE", { field, min: 0, max: BOUND }) }
      : read;
  },
};

/** Several decimals in one cell, divided by semicolons; their order counts. */
export const amounts: Kind = {
  sqlType: "text[]",
  expects: "decimals divided by semicolons",
  read(text, field, context) {
    const values: Value[] = [];
    for (const part of text.split(/[;；]/)) {
      const read = amount.read(part.trim(), field, context);
      if ("fault" in read) return read;
      values.push(read.value);
    }
    return { value: values.map(String) };
  },
};
