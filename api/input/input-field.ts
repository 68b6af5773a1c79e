import { ID, Int } from "type-graphql";
import { formatMoney, isCurrency, parseMoney } from "../../schema/kernel/money.ts";
import { fill, type Text } from "../../schema/kernel/text.ts";
import { DateScalar, DecimalScalar } from "../server/scalars.ts";

/** A field of an input: its GraphQL type, its description and the rule that its values keep. */
export interface InputField<Value> {
  readonly caption: Text;
  readonly description: string;
  readonly required: boolean;
  readonly type: () => unknown;
  /** What is wrong with a value, or undefined. Never asked about null or undefined. */
  fault(value: Value): Text | undefined;
  /** The value as it is stored; null where nothing is left of it. */
  tidy(value: Value): Value | null;
}

interface Words {
  readonly caption: Text;
  readonly description: string;
}
interface Options {
  readonly required?: boolean;
}

const make = <Value>(
  words: Words,
  options: Options,
  type: () => unknown,
  fault: (value: Value) => Text | undefined,
  tidy: (value: Value) => Value | null = (value) => value,
): InputField<Value> => ({ ...words, required: options.required ?? false, type, fault, tidy });

/** A text without the blanks around it, of at most `max` characters (code points, as PostgreSQL counts). */
export const line = (words: Words, options: Options & { max: number }): InputField<string> =>
  make(
    words,
    options,
    () => String,
    textFault(options.max),
    (value) => value.trim() || null,
  );

/**
 * A name of at most `max` characters, kept to the letter: what would mislead or get lost is refused, never mended.
 */
export const exactName = (words: Words, options: Options & { max: number }): InputField<string> =>
  make(
    words,
    options,
    () => String,
    (value) => {
      if (/\p{Cc}/u.test(value) || value.trim() !== value) {
        return {
          zh: "首尾不能有空白，且不能含控制字符",
          en: "must not begin or end with a blank or contain control characters",
        };
      }
      return textFault(options.max)(value);
    },
    (value) => value || null,
  );

/** A mail address; only sending to it proves more. */
export const mailAddress = (words: Words): InputField<string> =>
  make(
    words,
    {},
    () => String,
    (value) =>
      value === "" ||
      (/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(value) && value.isWellFormed() && value.length <= 254)
        ? undefined
        : { zh: "不是有效的邮箱地址", en: "is no mail address" },
    (value) => value || null,
  );

/** A dictionary path, `A / B / C`; blanks around the slashes do not matter. */
export const path = (words: Words, options: Options & { max: number }): InputField<string> =>
  make(
    words,
    options,
    () => String,
    textFault(options.max),
    (value) => {
      const steps = value.split("/").map((step) => step.trim());
      return steps.filter((step) => step !== "").join(" / ") || null;
    },
  );

/** A whole number within bounds, both included. */
export const whole = (
  words: Words,
  options: Options & { min: number; max: number },
): InputField<number> => {
  const { min, max } = options;
  return make(
    words,
    options,
    () => Int,
    (value) =>
      Number.isInteger(value) && value >= min && value <= max
        ? undefined
        : fill(
            { zh: "应为 {min} 到 {max} 的整数", en: "must be between {min} and {max}" },
            { min, max },
          ),
  );
};

/** An amount that is not below zero, as a decimal text; stored with four decimals. */
export const amount = (words: Words, options: Options = {}): InputField<string> =>
  make(
    words,
    options,
    () => DecimalScalar,
    (value) => {
      const parsed = parseMoney(value);
      return parsed === undefined || parsed < 0n
        ? {
            zh: "应为不小于 0、最多四位小数且小于 100 万亿的金额",
            en: "must be an amount of at least 0 and below 1e14 with at most four decimals",
          }
        : undefined;
    },
    (value) => formatMoney(parseMoney(value) ?? 0n),
  );

/** An ISO 4217 code. */
export const currencyCode = (words: Words, options: Options = {}): InputField<string> =>
  make(
    words,
    options,
    () => String,
    (value) =>
      isCurrency(value.trim().toUpperCase())
        ? undefined
        : { zh: "不是有效的币种代码", en: "is not an ISO 4217 currency code" },
    (value) => value.trim().toUpperCase(),
  );

/** A calendar day; the scalar admits real days only. */
export const calendarDay = (words: Words, options: Options = {}): InputField<string> =>
  make(
    words,
    options,
    () => DateScalar,
    () => undefined,
  );

/** The id of another record; whether it exists and may be used is the service's question. */
export const reference = (words: Words, options: Options = {}): InputField<string> =>
  make(
    words,
    options,
    () => ID,
    () => undefined,
  );

/** One of the values of an enum that GraphQL knows. */
export const oneOf = <Value extends string>(
  words: Words,
  values: Readonly<Record<string, Value>>,
): InputField<Value> =>
  make<Value>(
    words,
    {},
    () => values,
    () => undefined,
  );

export const yesOrNo = (words: Words): InputField<boolean> =>
  make<boolean>(
    words,
    {},
    () => Boolean,
    () => undefined,
  );

const MAX_TAGS = 50;
const MAX_TAG = 50;

/** Short free labels; each counts once. */
export const labels = (words: Words): InputField<readonly string[]> =>
  make<readonly string[]>(
    words,
    {},
    () => [String],
    (value) => {
      if (value.length > MAX_TAGS) {
        return fill(
          { zh: "最多 {most} 个", en: "holds more than {most} entries" },
          { most: MAX_TAGS },
        );
      }
      return value.map(textFault(MAX_TAG)).find((fault) => fault !== undefined);
    },
    (value) => [...new Set(value.map((tag) => tag.trim()).filter((tag) => tag !== ""))],
  );

/** PostgreSQL cannot store NUL, and JSON cannot carry half of a surrogate pair. */
const textFault =
  (max: number) =>
  (value: string): Text | undefined => {
    if (value.includes("\0") || !value.isWellFormed()) {
      return { zh: "含有无法保存的字符", en: "contains a character that cannot be stored" };
    }
    return [...value.trim()].length > max
      ? fill({ zh: "超过 {max} 个字符", en: "is longer than {max} characters" }, { max })
      : undefined;
  };
