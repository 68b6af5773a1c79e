import { c, defineTable } from "../define.ts";

/** All day keys of the warehouse are days in the company's time zone; another zone means a rebuild. */
export const dimDate = defineTable({
  name: "dim_date",
  role: "dimension",
  grain: "one row per day of the calendar, without gaps",
  unique: ["date_key"],
  columns: {
    date_key: c.dateKey("yyyymmdd"),
    date: c.day(),
    year: c.integer(),
    quarter_key: c.code("2017-Q1"),
    month_key: c.code("2017-03"),
    day_key: c.code("2017-03-01"),
    iso_year: c.integer("the year to which ISO 8601 counts the week"),
    iso_week_key: c.code("2017-W05, Monday first"),
    fiscal_year: c.integer("named by the calendar year in which it ends"),
    fiscal_quarter_key: c.code("FY2017-Q1"),
    fiscal_month_key: c.code("FY2017-M01"),
    is_working_day: c.flag("by the official Chinese calendar, adjusted rest days included"),
    is_provisional: c.flag("no official list of holidays exists for the year yet"),
  },
});
