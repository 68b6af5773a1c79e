import { inLocale, type Locale } from "../../schema/kernel/text.ts";
import { captionOf } from "./captions.ts";
import type { SlicerMember } from "./cellset.ts";
import { testsOf, type KnownMembers } from "./look-up.ts";
import type { MemberOp } from "./names.ts";
import { levelId, type Condition, type LevelTest } from "./resolved.ts";
import type { ResolvedTime } from "./resolve-time.ts";

const SIGNS: Readonly<Partial<Record<MemberOp, string>>> = {
  NE: "≠ ",
  NOT_IN: "≠ ",
  LT: "< ",
  LTE: "≤ ",
  GT: "> ",
  GTE: "≥ ",
};

/** What the answer is cut to, as people read it above a report. */
export function slicerOf(
  condition: Condition | undefined,
  time: ResolvedTime | undefined,
  known: KnownMembers,
  locale: Locale,
): SlicerMember[] {
  const range = time
    ? [{ dimension: time.dimension.name, caption: `${time.span.from} – ${time.span.to}` }]
    : [];
  const tests = testsOf(condition).map((test) => ({
    dimension: test.use.dimension.name,
    caption: captionOfTest(test, known, locale),
  }));
  return [...range, ...tests];
}

function captionOfTest(test: LevelTest, known: KnownMembers, locale: Locale): string {
  const { op, use, members, text, range } = test;
  const caption = (key: string): string => {
    const found =
      known.get(levelId(use))?.get(key.toLowerCase()) ?? known.get(levelId(use))?.get(key);
    const stored = found ? (locale === "en" ? found.captionEn : found.captionZh) : null;
    return captionOf(use.level, key, stored, locale);
  };
  switch (op) {
    case "CONTAINS":
      return `*${text}*`;
    case "STARTS_WITH":
      return `${text}*`;
    case "BETWEEN":
      return `${range.from == null ? "" : caption(range.from)} – ${range.to == null ? "" : caption(range.to)}`;
    case "IS_UNKNOWN":
      return inLocale({ zh: "未知", en: "Unknown" }, locale);
    case "IS_KNOWN":
      return inLocale({ zh: "已知", en: "Known" }, locale);
    default:
      return `${SIGNS[op] ?? ""}${members.map(caption).join(locale === "en" ? ", " : "、")}`;
  }
}
