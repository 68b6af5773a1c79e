import { useMemo } from "react";
import { useLocale } from "../i18n/use-locale.ts";

/** What stands where there is no value. */
export const ABSENT = "–";

/**
 * How records show money and time in the reader's language. Figures of the cube come formatted; a
 * record's own amounts are decimal texts, which `Intl` takes without going through a float.
 */
export interface Formats {
  readonly amount: (decimal: string | null | undefined, currency: string) => string;
  /** Without a currency: quantities, counts, amounts in the company's own. */
  readonly number: (decimal: string | number | null | undefined) => string;
  /** A calendar day, the same everywhere. */
  readonly day: (day: string | null | undefined) => string;
  /** An instant in the reader's zone. */
  readonly instant: (instant: string | null | undefined) => string;
  readonly percent: (whole: number) => string;
}

export function useFormats(): Formats {
  const locale = useLocale();
  return useMemo(() => formatsFor(locale), [locale]);
}

export function formatsFor(locale: string): Formats {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const percents = new Intl.NumberFormat(locale, { style: "percent" });
  const money = new Map<string, Intl.NumberFormat>();
  const moneyIn = (currency: string): Intl.NumberFormat => {
    const known = money.get(currency);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    });
    money.set(currency, made);
    return made;
  };
  return {
    amount: (decimal, currency) =>
      decimal ? moneyIn(currency).format(decimal as Intl.StringNumericLiteral) : ABSENT,
    number: (decimal) =>
      decimal === null || decimal === undefined
        ? ABSENT
        : numbers.format(decimal as Intl.StringNumericLiteral),
    day: (day) => (day ? days.format(Date.parse(`${day}T00:00:00Z`)) : ABSENT),
    instant: (instant) => (instant ? instants.format(Date.parse(instant)) : ABSENT),
    percent: (whole) => percents.format(whole / 100),
  };
}
