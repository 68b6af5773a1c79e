import { ALL_TIME, readPeriod, writePeriod, type Period } from "../../../cube/period.ts";
import { readChoices } from "../../../lib/list-view.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";
import type { PivotSort } from "../../../pivot/pivot-sort.ts";
import { itemName, readItem, type AxisItem } from "./axis-item.ts";
import {
  readMeasure,
  withoutComparison,
  writeMeasure,
  type MeasureChoice,
} from "./measure-choice.ts";
import { readFilters, writeFilters, type MemberFilter } from "./member-filter.ts";
import { readTop, writeTop, type TopChoice } from "./top-choice.ts";

export const COMPARISONS = ["previousPeriod", "samePeriodLastYear"] as const;
export type Comparison = (typeof COMPARISONS)[number];

export const TOTALS = ["grandRow", "grandColumn", "rowSubtotals", "columnSubtotals"] as const;
export type Total = (typeof TOTALS)[number];

/** A question as somebody put it together; the address is the report. */
export interface PivotView {
  readonly cube: string;
  readonly rows: readonly AxisItem[];
  readonly columns: readonly AxisItem[];
  readonly measures: readonly MeasureChoice[];
  /** The date that the period is about; the cube's first one where none is chosen. */
  readonly dateOf: string | undefined;
  readonly period: Period;
  /** Another range beside that of the period. */
  readonly compare: Comparison | undefined;
  readonly filters: readonly MemberFilter[];
  readonly tops: readonly TopChoice[];
  readonly totals: readonly Total[];
  readonly totalsAt: "BEFORE" | "AFTER";
  readonly sort: PivotSort | undefined;
  /** Rows of stacked levels that are folded away, by key. */
  readonly closed: readonly string[];
  /** Members of whole hierarchies that are opened, by name. */
  readonly open: readonly string[];
}

const PLAIN = {
  cube: "opportunities",
  rows: "owner.organization.department,owner.organization.user",
  columns: "closedDate.calendar.quarter",
  measures: "wonAmount,winRate",
  date: "closedDate",
  totals: "grandRow,grandColumn,rowSubtotals",
};

export const PIVOT_VIEW: ViewCodec<PivotView> = {
  read(params, unread) {
    const text = (name: keyof typeof PLAIN) => params.get(name) ?? PLAIN[name];
    const listOfRead = <One>(written: string, read: (part: string) => One | undefined) =>
      listOf(written).flatMap((part) => {
        const one = read(part);
        if (one === undefined) unread(part);
        return one === undefined ? [] : [one];
      });
    const period = readWhole(params.get("period"), readPeriod, unread) ?? ALL_TIME;
    const wanted = readWhole(params.get("compare"), readComparison, unread);
    const compare = period.kind === "all" ? undefined : wanted;
    const measures = listOf(text("measures")).map((part) => readMeasure(part, unread));
    return {
      cube: text("cube"),
      rows: listOfRead(text("rows"), readItem),
      columns: listOfRead(text("columns"), readItem),
      measures: compare ? measures : measures.map(withoutComparison),
      dateOf: params.get("date") ?? (text("cube") === PLAIN.cube ? PLAIN.date : undefined),
      period,
      compare,
      filters: readFilters(params.get("filter"), unread),
      tops: listOfRead(params.get("top") ?? "", readTop),
      totals: readChoices(text("totals"), TOTALS, unread),
      totalsAt: params.get("totalsAt") === "after" ? "AFTER" : "BEFORE",
      sort: readSort(params.get("sort")),
      closed: listOf(params.get("closed") ?? ""),
      open: listOf(params.get("open") ?? ""),
    };
  },
  write: (view) => ({
    cube: view.cube === PLAIN.cube ? undefined : view.cube,
    rows: unless(PLAIN.rows, view.rows.map(itemName).join(",")),
    columns: unless(PLAIN.columns, view.columns.map(itemName).join(",")),
    measures: unless(PLAIN.measures, view.measures.map(writeMeasure).join(",")),
    date: view.cube === PLAIN.cube && view.dateOf === PLAIN.date ? undefined : view.dateOf,
    period: writePeriod(view.period),
    compare: view.compare,
    filter: writeFilters(view.filters),
    top: view.tops.map(writeTop).join(","),
    totals: unless(PLAIN.totals, TOTALS.filter((total) => view.totals.includes(total)).join(",")),
    totalsAt: view.totalsAt === "AFTER" ? "after" : undefined,
    sort: view.sort ? `${view.sort.direction === "DESC" ? "-" : ""}${view.sort.column}` : undefined,
    closed: view.closed.join(","),
    open: view.open.join(","),
  }),
};

/** Nothing chosen but the cube: another one has other levels and figures. */
export function emptyView(cube: string): PivotView {
  return PIVOT_VIEW.read(
    new URLSearchParams({ cube, rows: ",", columns: ",", measures: "," }),
    () => undefined,
  );
}

/** An empty list differs from the plain one, so it is written as a lone comma. */
function unless(plain: string, text: string): string | undefined {
  return text === plain ? undefined : text || ",";
}

function listOf(text: string): string[] {
  return text.split(",").filter((part) => part !== "");
}

function readWhole<One>(
  text: string | null,
  read: (text: string) => One | undefined,
  unread: (text: string) => void,
): One | undefined {
  const one = text === null ? undefined : read(text);
  if (text !== null && one === undefined) unread(text);
  return one;
}

const readComparison = (text: string) => COMPARISONS.find((each) => each === text);

function readSort(text: string | null): PivotSort | undefined {
  if (!text) return undefined;
  return text.startsWith("-")
    ? { column: text.slice(1), direction: "DESC" }
    : { column: text, direction: "ASC" };
}
