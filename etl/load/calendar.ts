import { createHash } from "node:crypto";
import { addDays, type Day } from "../../schema/kernel/clock.ts";
import { hasOfficialList, isWorkingDay } from "../../schema/kernel/working-days.ts";
import { dimDate } from "../../warehouse/tables/dim-date.ts";
import type { LoadStep } from "./load-step.ts";
import { dateKey, insertSql } from "./sql.ts";

/** Years around the present that are there even if no fact lies in them. */
const YEARS_BEFORE = 10;
const YEARS_AFTER = 5;

interface SpecialDays {
  /** Days whose being a working day differs from their being Monday to Friday. */
  readonly exceptions: readonly Day[];
  readonly officialYears: readonly number[];
}

/** Years that the calendar package may know; outside of them nothing is official. */
const FIRST_DAY = "2000-01-01";
const LAST_DAY = "2060-12-31";
/** 2000-01-01 was a Saturday, 0 being Monday. */
const FIRST_WEEKDAY = 5;

function specialDays(): SpecialDays {
  const exceptions: Day[] = [];
  const officialYears = new Set<number>();
  let weekday = FIRST_WEEKDAY;
  for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
    if (hasOfficialList(day)) {
      officialYears.add(Number(day.slice(0, 4)));
      if (isWorkingDay(day) !== weekday < 5) exceptions.push(day);
    }
    weekday = (weekday + 1) % 7;
  }
  return { exceptions, officialYears: [...officialYears] };
}

let known: SpecialDays | undefined;
const lists = (): SpecialDays => (known ??= specialDays());

/** Changes with every list of holidays that is published, so that loaded days are made anew. */
export const calendarHash = (): string =>
  createHash("sha256").update(JSON.stringify(lists())).digest("hex");

const NEEDED_YEARS = `
  select min(key) // 10000 as low, max(key) // 10000 as high from (
    select unnest([min(created_date_key), min(closed_date_key) filter (closed_date_key > 0),
                   min(expected_close_date_key) filter (expected_close_date_key > 0),
                   max(created_date_key), max(closed_date_key), max(expected_close_date_key)]) as key
    from fact_opportunity
    union all
    select unnest([min(occurred_date_key), max(occurred_date_key)]) from fact_opportunity_transition)
  where key > 0`;

/**
 * Whole years without gaps: those of all facts and a few around the present. A function of the facts
 * alone, so that days of a mistyped year go when the mistake does.
 */
export const loadCalendar: LoadStep = {
  name: "calendar",
  async run({ writer, fiscalStart, takenAt }) {
    const present = Number(takenAt.slice(0, 4));
    const [needed] = await writer.rows(NEEDED_YEARS);
    const low = Math.min(Number(needed?.["low"] ?? present), present - YEARS_BEFORE);
    const high = Math.max(Number(needed?.["high"] ?? present), present + YEARS_AFTER);
    await writer.run(
      `delete from dim_date where date_key > 0 and year not between ${low} and ${high}`,
    );
    const { exceptions, officialYears } = lists();
    // The fiscal year is named by the calendar year in which it ends.
    const fiscalDay = `(d + to_months(${(13 - fiscalStart) % 12}))::date`;
    const year = `year(${fiscalDay})`;
    return writer.run(
      insertSql(
        dimDate,
        {
          date_key: dateKey("d"),
          date: "d",
          year: "year(d)",
          quarter_key: "year(d) || '-Q' || quarter(d)",
          month_key: "strftime(d, '%Y-%m')",
          day_key: "strftime(d, '%Y-%m-%d')",
          iso_year: "isoyear(d)",
          iso_week_key: "strftime(d, '%G-W%V')",
          fiscal_year: year,
          fiscal_quarter_key: `'FY' || ${year} || '-Q' || quarter(${fiscalDay})`,
          fiscal_month_key: `'FY' || ${year} || '-M' || lpad(month(${fiscalDay})::varchar, 2, '0')`,
          is_working_day: "(isodow(d) <= 5) <> (e.day is not null)",
          is_provisional: "y.year is null",
        },
        `from (select unnest(range(date '${low}-01-01', date '${high + 1}-01-01', interval 1 day))::date as d) days
        left join (select unnest(string_split($1, ','))::date as day) e on e.day = d
        left join (select unnest(string_split($2, ','))::integer as year) y on y.year = year(d)
        where not exists (select 1 from dim_date x where x.date_key = ${dateKey("d")})`,
      ),
      [exceptions.join(","), officialYears.join(",")],
    );
  },
};
