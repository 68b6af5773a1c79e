/** One environment variable: its default, its meaning, and how its text is read. */
export interface Setting<T> {
  readonly name: string;
  /** As shown in the README; undefined where there is none. */
  readonly default: string | undefined;
  readonly description: string;
  /** The value, or a sentence that says what is wrong. */
  read(text: string | undefined): { value: T } | { fault: string };
}

/** A variable that has a value in any case. `expected` ends the sentence "… must be". */
export function setting<T>(
  name: string,
  fallback: string | undefined,
  description: string,
  parse: (text: string) => T | undefined,
  expected: string,
): Setting<T> {
  return {
    name,
    default: fallback,
    description,
    read(text) {
      const given = text === undefined || text === "" ? fallback : text;
      const value = given === undefined ? undefined : parse(given);
      return value === undefined ? { fault: `${name} must be ${expected}` } : { value };
    },
  };
}

/** A variable that may be absent. */
export function optional<T>(
  name: string,
  description: string,
  parse: (text: string) => T | undefined,
  expected: string,
): Setting<T | undefined> {
  return {
    name,
    default: undefined,
    description,
    read(text) {
      if (text === undefined || text === "") return { value: undefined };
      const value = parse(text);
      return value === undefined ? { fault: `${name} must be ${expected}` } : { value };
    },
  };
}

/** The readers of a text: its value, or undefined where it has none. */
export const anyText = (text: string): string => text;
export const integer =
  (low: number, high: number) =>
  (text: string): number | undefined => {
    const value = Number(text);
    return Number.isInteger(value) && value >= low && value <= high ? value : undefined;
  };
export const isOneOf =
  <T extends string>(valid: readonly T[]) =>
  (text: string): T | undefined =>
    valid.find((known) => known === text);
export const postgresUrl = (text: string): string | undefined =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) ? text : undefined;

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** An address of the web, without the slash at its end. */
export const webUrl = (text: string): string | undefined =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
    ? text.replace(/\/+$/, "")
    : undefined;
/** What decides who signs in is not asked over an open line, except on the same machine. */
export const issuerUrl = (text: string): string | undefined => {
  const url = webUrl(text) === undefined ? undefined : new URL(text);
  return url && (url.protocol === "https:" || LOOPBACK.test(url.hostname)) ? text : undefined;
};
export const smtpAddress = (text: string): string | undefined =>
  URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) ? text : undefined;
