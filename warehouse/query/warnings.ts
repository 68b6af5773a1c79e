import { inLocale, type Text } from "../../schema/kernel/text.ts";
import type { Cell, CubeWarning, Freshness } from "./cellset.ts";
import type { CubeContext } from "./context.ts";
import type { ValidQuestion } from "./resolved.ts";

/** What whoever reads the answer should know and might not see in it. */
export function warningsOf(
  question: ValidQuestion,
  context: CubeContext,
  freshness: Freshness,
  cells: readonly Cell[],
): CubeWarning[] {
  const out: CubeWarning[] = [];
  const warn = (code: string, text: Text, subject: string | null = null): void => {
    out.push({ code, message: inLocale(text, question.locale), subject });
  };
  const { time, attribution } = question.normal;
  if (context.scope.owners !== "all") {
    warn("ROW_SCOPE", {
      zh: "只统计您有权查看的负责人的数据，以数据更新时的现任负责人为准",
      en: "Counts only rows of owners whom you may see, by the present owner as of the last load",
    });
  }
  if (time && time.timeZone !== context.timeZone) {
    warn(
      "COMPANY_DAYS",
      {
        zh: `日期按公司时区 ${context.timeZone} 划分，“今天”按 ${time.timeZone}`,
        en: `Days are those of the company's zone ${context.timeZone}; "today" is that of ${time.timeZone}`,
      },
      time.dimension,
    );
  }
  const weeks = [...question.rows.items, ...question.columns.items].some(({ chain }) =>
    chain.some(({ level }) => level.period === "isoWeek"),
  );
  if (weeks && time?.weekStart === "SUNDAY") {
    warn("ISO_WEEKS", {
      zh: "周维度按 ISO 8601 从星期一开始；weekStart 只影响时间范围",
      en: "The week level follows ISO 8601 and starts on Monday; weekStart only moves the range",
    });
  }
  if (attribution === "AS_WAS") {
    warn("AS_WAS", {
      zh: "按事件发生时的负责人、等级与地区归属；部门树与数据权限以现在为准",
      en: "Counted for owner, tier and region of the event's day; the department tree and your rights are today's",
    });
  }
  if (freshness.state === "STALE") {
    warn("STALE", {
      zh: `数据截至 ${freshness.sourceMaxTime}，已不是最新`,
      en: `The data is as of ${freshness.sourceMaxTime} and no longer fresh`,
    });
  }
  for (const measure of new Set(
    cells.flatMap(({ status, measure: name }) => (status === "MIXED_CURRENCY" ? [name] : [])),
  )) {
    warn(
      "MIXED_CURRENCY",
      {
        zh: "包含多种币种的金额不能相加；请按币种分列或筛选",
        en: "Amounts of several currencies are not added up; show or filter the currency",
      },
      measure,
    );
  }
  return out;
}
