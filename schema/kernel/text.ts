/** The languages in which people read the product. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** A text that people read, in both languages, kept beside what it describes. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export const inLocale = (text: Text, locale: Locale): string =>
  locale === "zh-CN" ? text.zh : text.en;

/** Puts values in place of `{name}`; a name without a value stays visible, so that it is noticed. */
export function fill(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const put = (pattern: string): string =>
    pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { zh: put(text.zh), en: put(text.en) };
}

/** The best supported language of an `Accept-Language` header, else the fallback. */
export function preferredLocale(acceptLanguage: string | undefined, fallback: Locale): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .toSorted((left, right) => right.quality - left.quality);
  for (const { tag } of wanted) {
    if (tag === "zh" || tag.startsWith("zh-")) return "zh-CN";
    if (tag === "en" || tag.startsWith("en-")) return "en";
  }
  return fallback;
}
