import { isCurrency } from "../../../schema/kernel/money.ts";
import { nearestNames } from "../../../schema/kernel/nearest.ts";
import { fault } from "../faults.ts";
import type { Kind } from "./kind.ts";

/** One of a few codes; capitals and small letters are the same. */
export const choice = (options: readonly string[]): Kind => ({
  sqlType: "text",
  expects: options.join(" | "),
  read(text, field) {
    const value = options.find((option) => option.toLowerCase() === text.toLowerCase());
    if (value !== undefined) return { value };
    const suggestions = nearestNames(text, options);
    return {
      fault: fault("NOT_AN_OPTION", { field, options: options.join(", ") }, { suggestions }),
    };
  },
});

const YES = ["true", "yes", "y", "1", "是"];
const NO = ["false", "no", "n", "0", "否"];

export const flag: Kind = {
  sqlType: "boolean",
  expects: "true | false, also yes | no, 1 | 0, 是 | 否",
  read(text, field) {
    const lower = text.toLowerCase();
    if (YES.includes(lower)) return { value: true };
    if (NO.includes(lower)) return { value: false };
    return { fault: fault("NOT_AN_OPTION", { field, options: "true, false" }) };
  },
};

export const currency: Kind = {
  sqlType: "text",
  expects: "ISO 4217 code",
  read(text, field) {
    const value = text.toUpperCase();
    return isCurrency(value)
      ? { value }
      : { fault: fault("NOT_AN_OPTION", { field, options: "CNY, USD, EUR …" }) };
  },
};
