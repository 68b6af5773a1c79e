/** Year, month, day and seconds since midnight, as written; nothing says yet that the day exists. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC where the text names its own zone. */
  readonly offset?: number;
}

/** How dates of a file are written. */
export interface DateFormat {
  readonly pattern: string;
  read(text: string): WrittenDate | undefined;
}

const TOKENS: Readonly<Record<string, string>> = {
  yyyy: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  dd: String.raw`(?<day>\d{2})`,
  d: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d{2})`,
  H: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{2})`,
  ss: String.raw`(?<second>\d{2})`,
};
const TOKEN = /yyyy|MM|M|dd|d|HH|H|mm|ss/g;

/** A format such as `dd.MM.yyyy HH:mm`; undefined where year, month or day is missing or named twice. */
export function compileDateFormat(pattern: string): DateFormat | undefined {
  const tokens: readonly string[] = pattern.match(TOKEN) ?? [];
  const letters = tokens.map((token) => token.charAt(0));
  if (new Set(letters).size !== letters.length) return undefined;
  if (!["y", "M", "d"].every((letter) => letters.includes(letter))) return undefined;
  const between = pattern
    .split(TOKEN)
    .map((literal) => literal.replace(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`));
  const source = between.map((literal, at) => literal + (TOKENS[tokens[at] ?? ""] ?? "")).join("");
  return { pattern, read: readerOf(new RegExp(`^${source}$`, "u")) };
}

const ISO =
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?:[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/u;

/** What is read where a mapping names no format: the year first, a time and a zone if need be. */
export const yearFirst: DateFormat = {
  pattern: "yyyy-MM-dd",
  read: readerOf(ISO),
};

function readerOf(expression: RegExp): DateFormat["read"] {
  return (text) => {
    const groups = expression.exec(text)?.groups;
    if (!groups) return undefined;
    const part = (name: string): number => Number(groups[name] ?? 0);
    return {
      year: part("year"),
      month: part("month"),
      day: part("day"),
      hour: part("hour"),
      minute: part("minute"),
      second: part("second"),
      ...(groups["zone"] === undefined ? {} : { offset: minutesEast(groups["zone"]) }),
    };
  };
}

function minutesEast(zone: string): number {
  if (zone === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
