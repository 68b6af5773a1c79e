import type { Text } from "../../schema/kernel/text.ts";
import { columnLevel, type LevelDeclaration, type Period, type Role } from "../define-dimension.ts";
import type { Col } from "../define.ts";
import { dimDate } from "../tables/dim-date.ts";

const level = (
  period: Period,
  title: Text,
  column: Col<typeof dimDate>,
  valueType: LevelDeclaration["valueType"] = "text",
): LevelDeclaration =>
  columnLevel(dimDate, period, title, [column], { caption: { by: "period" }, valueType, period });

const day = level("day", { zh: "日", en: "Day" }, "day_key");

const hierarchies = [
  {
    name: "calendar",
    title: { zh: "日历", en: "Calendar" },
    levels: [
      level("year", { zh: "年", en: "Year" }, "year", "integer"),
      level("quarter", { zh: "季度", en: "Quarter" }, "quarter_key"),
      level("month", { zh: "月", en: "Month" }, "month_key"),
      day,
    ],
  },
  {
    name: "week",
    title: { zh: "周", en: "Week" },
    levels: [
      level("isoYear", { zh: "年（ISO 周）", en: "Week year" }, "iso_year", "integer"),
      level("isoWeek", { zh: "周", en: "Week" }, "iso_week_key"),
      day,
    ],
  },
  {
    name: "fiscal",
    title: { zh: "财年", en: "Fiscal calendar" },
    levels: [
      level("fiscalYear", { zh: "财年", en: "Fiscal year" }, "fiscal_year", "integer"),
      level("fiscalQuarter", { zh: "财季", en: "Fiscal quarter" }, "fiscal_quarter_key"),
      level("fiscalMonth", { zh: "财月", en: "Fiscal month" }, "fiscal_month_key"),
    ],
  },
] as const;

/** A day of the event, by its key on the fact. */
export const date = <const V extends string>(
  via: V,
  title: Text,
  { looksAhead = false }: { readonly looksAhead?: boolean } = {},
): Role<V> => ({
  via: [via],
  named: (name) => ({
    name,
    title,
    kind: "TIME",
    scd: null,
    join: {
      table: dimDate,
      asIs: { fact: via, column: "date_key" },
      asWas: { fact: via, column: "date_key" },
      isVersioned: false,
    },
    column: undefined,
    hierarchies,
    looksAhead,
  }),
});
