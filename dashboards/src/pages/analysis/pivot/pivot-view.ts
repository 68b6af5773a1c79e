import { ALL_TIME, readPeriod, writePeriod, type Period } from "../../../cube/period.ts";
import type { LevelRef } from "../../../gql/graphql.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";
import type { PivotSort } from "../../../pivot/pivot-layout.ts";
import { levelName, readLevel } from "./level-name.ts";

/** A question as somebody put it together; the address is the report. */
export interface PivotView {
  readonly cube: string;
  readonly rows: readonly LevelRef[];
  readonly columns: readonly LevelRef[];
  readonly measures: readonly string[];
  /** The date that the period is about; the cube's first one where none is chosen. */
  readonly dateOf: string | undefined;
  readonly period: Period;
  readonly sort: PivotSort | undefined;
  /** Keys of rows that are folded away. */
  readonly closed: readonly string[];
}

const PLAIN = {
  cube: "opportunities",
  rows: "owner.organization.department,owner.organization.user",
  columns: "closedDate.calendar.quarter",
  measures: "wonAmount,winRate",
  date: "closedDate",
};

export const PIVOT_VIEW: ViewCodec<PivotView> = {
  read(params, unread) {
    const text = (name: keyof typeof PLAIN) => params.get(name) ?? PLAIN[name];
    const levels = (name: "rows" | "columns") =>
      listOf(text(name)).flatMap((part) => {
        const level = readLevel(part);
        if (!level) unread(part);
        return level ? [level] : [];
      });
    const written = params.get("period");
    const period = written === null ? ALL_TIME : readPeriod(written);
    if (written !== null && !period) unread(written);
    return {
      cube: text("cube"),
      rows: levels("rows"),
      columns: levels("columns"),
      measures: listOf(text("measures")),
      dateOf: params.get("date") ?? (text("cube") === PLAIN.cube ? PLAIN.date : undefined),
      period: period ?? ALL_TIME,
      sort: readSort(params.get("sort")),
      closed: listOf(params.get("closed") ?? ""),
    };
  },
  write: ({ cube, rows, columns, measures, dateOf, period, sort, closed }) => ({
    cube: cube === PLAIN.cube ? undefined : cube,
    rows: unless(PLAIN.rows, rows.map(levelName).join(",")),
    columns: unless(PLAIN.columns, columns.map(levelName).join(",")),
    measures: unless(PLAIN.measures, measures.join(",")),
    date: cube === PLAIN.cube && dateOf === PLAIN.date ? undefined : dateOf,
    period: writePeriod(period),
    sort: sort ? `${sort.direction === "DESC" ? "-" : ""}${sort.column}` : undefined,
    closed: closed.join(","),
  }),
};

/** An empty list differs from the plain one, so it is written as a lone comma. */
function unless(plain: string, text: string): string | undefined {
  return text === plain ? undefined : text || ",";
}

function listOf(text: string): string[] {
  return text.split(",").filter((part) => part !== "");
}

function readSort(text: string | null): PivotSort | undefined {
  if (!text) return undefined;
  return text.startsWith("-")
    ? { column: text.slice(1), direction: "DESC" }
    : { column: text, direction: "ASC" };
}
