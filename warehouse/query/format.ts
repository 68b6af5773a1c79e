import type { Locale } from "../../schema/kernel/text.ts";
import type { Unit } from "../define-cube.ts";
import type { NumberFormat } from "./cellset.ts";
import type { Figure } from "./cells.ts";
import { fromUnits, toUnits } from "./decimal.ts";
import type { NumberFormatInput } from "./question.ts";

/** How a kind of figure looks unless the question says otherwise. */
const DEFAULT_DECIMALS: Readonly<Record<Unit, number>> = {
  count: 0,
  money: 2,
  days: 1,
  fraction: 2,
};

/** Powers of ten of the units that a question may ask for. */
const UNIT_POWERS: Readonly<Record<string, number>> = { 万: 4, 亿: 8, K: 3, M: 6, B: 9 };

const ABSENT = "–";
const WORDS = {
  NOT_APPLICABLE: { "zh-CN": "不适用", en: "n/a" },
  MIXED_CURRENCY: { "zh-CN": "多币种", en: "mixed" },
} as const satisfies Record<string, Record<Locale, string>>;

/** The number as text for people; the value itself stays untouched. */
export interface Formatter {
  readonly format: NumberFormat;
  readonly text: (figure: Figure) => string;
}

export function formatter(
  unit: Unit,
  input: NumberFormatInput,
  currency: string,
  locale: Locale,
): Formatter {
  const percent = input.percent ?? unit === "fraction";
  const compact = input.compact ?? false;
  const power = input.unit == null ? 0 : (UNIT_POWERS[input.unit] ?? 0);
  const decimals = input.decimals ?? (compact ? 1 : DEFAULT_DECIMALS[unit]);
  const suffix = input.unit ?? "";
  const byCurrency = new Map<string, Intl.NumberFormat>();
  const numberFormat = (code: string): Intl.NumberFormat => {
    const known =
      byCurrency.get(code) ??
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: compact ? 0 : decimals,
        maximumFractionDigits: decimals,
        ...(compact ? { notation: "compact" } : {}),
        ...style(unit, percent, code),
      });
    byCurrency.set(code, known);
    return known;
  };
  return {
    format: {
      pattern: pattern(unit, percent, decimals, compact, suffix),
      decimals,
      unit: input.unit ?? (unit === "days" ? "days" : null),
      percent,
    },
    text({ value, currency: own, status }) {
      if (status === "NOT_APPLICABLE" || status === "MIXED_CURRENCY") return WORDS[status][locale];
      if (value === null) return ABSENT;
      const code = unit === "money" ? (own ?? currency) : "";
      const scaled = power === 0 ? value : shiftLeft(value, power);
      // Intl takes decimals as text, so nothing passes through a double.
      return `${numberFormat(code).format(scaled as Intl.StringNumericLiteral)}${suffix}`;
    },
  };
}

function style(unit: Unit, percent: boolean, currency: string): Intl.NumberFormatOptions {
  if (percent) return { style: "percent" };
  if (unit !== "money") return { style: "decimal" };
  return { style: "currency", currency, currencyDisplay: "narrowSymbol" };
}

const shiftLeft = (decimal: string, power: number): string =>
  fromUnits(toUnits(decimal) / 10n ** BigInt(power), 10);

/** In the notation of spreadsheets: `¤` stands for the currency. */
function pattern(
  unit: Unit,
  percent: boolean,
  decimals: number,
  compact: boolean,
  suffix: string,
): string {
  const digits = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
  const mark = percent ? "%" : "";
  const money = unit === "money" && !percent ? "¤" : "";
  return `${money}${digits}${mark}${compact ? " compact" : ""}${suffix}`;
}
