import { inLocale, type Locale, type Text } from "../../schema/kernel/text.ts";
import type { LevelDeclaration, Period } from "../define-dimension.ts";
import { NOT_APPLICABLE_KEY, OTHERS_KEY, UNKNOWN_KEY } from "../define.ts";

const RESERVED: Readonly<Record<string, Text>> = {
  [UNKNOWN_KEY]: { zh: "未知", en: "Unknown" },
  [NOT_APPLICABLE_KEY]: { zh: "不适用", en: "Not applicable" },
  [OTHERS_KEY]: { zh: "其他", en: "Others" },
};

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const PERIOD_CAPTIONS: Readonly<Record<Period, (key: string) => Text>> = {
  year: (key) => ({ zh: `${key}年`, en: key }),
  isoYear: (key) => ({ zh: `${key}年`, en: key }),
  fiscalYear: (key) => ({ zh: `${key}财年`, en: `FY${key}` }),
  quarter: (key) => {
    const [year = "", quarter = ""] = key.split("-Q");
    return { zh: `${year}年第${quarter}季度`, en: `Q${quarter} ${year}` };
  },
  fiscalQuarter: (key) => {
    const [year = "", quarter = ""] = key.slice(2).split("-Q");
    return { zh: `${year}财年第${quarter}季度`, en: `FY${year} Q${quarter}` };
  },
  month: (key) => {
    const [year = "", month = ""] = key.split("-");
    return {
      zh: `${year}年${Number(month)}月`,
      en: `${MONTHS[Number(month) - 1] ?? month} ${year}`,
    };
  },
  fiscalMonth: (key) => {
    const [year = "", month = ""] = key.slice(2).split("-M");
    return { zh: `${year}财年第${Number(month)}月`, en: `FY${year} M${month}` };
  },
  isoWeek: (key) => {
    const [year = "", week = ""] = key.split("-W");
    return { zh: `${year}年第${Number(week)}周`, en: `W${week} ${year}` };
  },
  day: (key) => ({ zh: key, en: key }),
};

/** What people call a member; `stored` is the text of its row, where the level has one. */
export function captionOf(
  level: LevelDeclaration,
  key: string,
  stored: string | null,
  locale: Locale,
): string {
  const reserved = RESERVED[key];
  if (reserved) return inLocale(reserved, locale);
  const { caption } = level;
  switch (caption.by) {
    case "column":
      return stored ?? key;
    case "segment":
      return key.split(" / ").at(-1) ?? key;
    case "texts": {
      const known = caption.texts[key];
      return known ? inLocale(known, locale) : key;
    }
    case "period":
      return level.period ? inLocale(PERIOD_CAPTIONS[level.period](key), locale) : key;
    case "key":
      return key;
  }
}
