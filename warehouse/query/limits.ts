import { inLocale, type Locale, type Text } from "../../schema/kernel/text.ts";
import { cursorBinding, decodeCursor, encodeCursor } from "../../schema/kernel/page.ts";
import type { Arranged } from "./arrange.ts";
import type { Cut, PageInfo, Truncation } from "./cellset.ts";
import type { NormalQuestion } from "./normalize.ts";
import { isOthers } from "./validate-values.ts";

/*
 * Pass: limits. Assumes that both axes are complete and in order. Keeps what the limits and the page
 * allow, whole positions only, and says how much there would be and which limit cut it. Totals stay
 * and are those of everything, not of what is shown.
 */

export interface Shown {
  readonly rows: readonly Arranged[];
  readonly columns: readonly Arranged[];
  readonly truncated: Truncation;
  readonly pageInfo: PageInfo;
}

const REASONS: Readonly<Record<string, Text>> = {
  maxRowMembers: { zh: "超过行数上限 maxRowMembers", en: "more rows than maxRowMembers" },
  maxColumnMembers: {
    zh: "超过列数上限 maxColumnMembers",
    en: "more columns than maxColumnMembers",
  },
  maxCells: { zh: "超过单元格上限 maxCells", en: "more cells than maxCells" },
  rowPage: { zh: "分页显示，可继续翻页", en: "one page of rows; ask for the next one" },
};

interface Limit {
  readonly name: keyof typeof REASONS;
  readonly most: number;
}

export function limitAxes(
  rows: readonly Arranged[],
  columns: readonly Arranged[],
  headers: number,
  normal: NormalQuestion,
  locale: Locale,
  binding: string,
): Shown {
  const { limits } = normal;
  const columnCut = cut(columns, 0, [
    { name: "maxColumnMembers", most: limits.maxColumnMembers },
    { name: "maxCells", most: Math.floor(limits.maxCells / headers) },
  ]);
  const start = startOf(rows, limits.rowPage?.after, binding);
  const perRow = Math.max(1, columnCut.shown.length * headers);
  const rowCut = cut(rows, start, [
    { name: "maxRowMembers", most: limits.maxRowMembers },
    { name: "maxCells", most: Math.floor(limits.maxCells / perRow) },
    ...(limits.rowPage ? [{ name: "rowPage", most: limits.rowPage.first ?? 200 }] : []),
  ]);
  const last = rowCut.body.at(-1);
  const cells = {
    shown: rowCut.shown.length * columnCut.shown.length * headers,
    total: rows.length * columns.length * headers,
  };
  const cutOf = (axis: AxisCut, reason = axis.reason): Cut => ({
    shown: axis.body.length,
    total: axis.total,
    reason: reason ? inLocale(REASONS[reason] ?? { zh: reason, en: reason }, locale) : null,
    othersIncluded: axis.body.some(({ members }) => members.some(({ key }) => isOthers(key))),
  });
  const reason = rowCut.reason ?? columnCut.reason;
  return {
    rows: rowCut.shown,
    columns: columnCut.shown,
    truncated: {
      any: cells.shown < cells.total,
      rows: cutOf(rowCut),
      columns: cutOf(columnCut),
      cells: { ...cutOf(rowCut, reason), ...cells },
    },
    pageInfo: {
      hasNextPage: start + rowCut.body.length < rowCut.total,
      endCursor: last ? encodeCursor(cursorBinding(binding), [last.place.id]) : null,
    },
  };
}

interface AxisCut {
  readonly shown: readonly Arranged[];
  /** Without the grand total. */
  readonly body: readonly Arranged[];
  readonly total: number;
  readonly reason: Limit["name"] | undefined;
}

function cut(positions: readonly Arranged[], start: number, limits: readonly Limit[]): AxisCut {
  const body = positions.filter(({ kind }) => kind !== "grand");
  const tightest = limits.toSorted((left, right) => left.most - right.most)[0];
  const most = Math.max(1, tightest?.most ?? Infinity);
  const kept = new Set(body.slice(start, start + most));
  const isCut = kept.size < body.length;
  return {
    shown: positions.filter((each) => each.kind === "grand" || kept.has(each)),
    body: [...kept],
    total: body.length,
    reason: isCut ? (start > 0 ? "rowPage" : tightest?.name) : undefined,
  };
}

/** After the row that the cursor names; one that is no more starts where it would have come. */
function startOf(
  rows: readonly Arranged[],
  after: string | null | undefined,
  binding: string,
): number {
  if (after == null) return 0;
  const [id] = decodeCursor(cursorBinding(binding), after, "limits.rowPage.after");
  return 1 + rows.filter(({ kind }) => kind !== "grand").findIndex(({ place }) => place.id === id);
}
