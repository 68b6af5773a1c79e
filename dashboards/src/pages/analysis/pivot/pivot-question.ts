import { rangeOf } from "../../../cube/period.ts";
import type {
  AxisOptions,
  AxisSpec,
  ComparisonInput,
  CubeQueryInput,
  MemberRef,
  SortInput,
  TimeInput,
} from "../../../gql/graphql.ts";
import { decoded } from "../../../lib/decoded.ts";
import { openPaths } from "../../../pivot/open-name.ts";
import type { PivotSort } from "../../../pivot/pivot-sort.ts";
import { itemName, levelsOf, type AxisItem, type Cube } from "./axis-item.ts";
import { filterGroup } from "./member-filter.ts";
import type { Comparison, PivotView } from "./pivot-view.ts";

/** As many as a browser shows with ease; the answer says what it leaves out. */
const LIMITS = { maxRowMembers: 10_000, maxColumnMembers: 500, maxCells: 600_000 };

const COMPARE_TO = {
  previousPeriod: { previousPeriod: true },
  samePeriodLastYear: { samePeriodLastYear: true },
} as const satisfies Record<Comparison, ComparisonInput>;

/** The question of a view. */
export function pivotQuestion(view: PivotView, cube: Cube): CubeQueryInput {
  const { totals, totalsAt } = view;
  const sort = view.sort && sortInput(view.sort, view.columns, cube);
  const filters = filterGroup(view.filters);
  const time = timeInput(view, cube);
  return {
    cube: view.cube,
    measures: view.measures.map(({ measure, shows }) => ({ measure, show: [...shows] })),
    rows: view.rows.map((item, place) => ({
      item: axisItem(item, view.open),
      options: {
        ...topOptions(view, item),
        ...(sort ? { sort } : {}),
        totals: hasTotals(item, place, view.rows, totals.includes("rowSubtotals")),
      },
    })),
    columns: view.columns.map((item, place) => ({
      item: axisItem(item, view.open),
      options: { totals: hasTotals(item, place, view.columns, totals.includes("columnSubtotals")) },
    })),
    totals: {
      grandRow: totals.includes("grandRow"),
      grandColumn: totals.includes("grandColumn"),
      position: totalsAt,
    },
    limits: LIMITS,
    ...(filters ? { filters } : {}),
    ...(time ? { time } : {}),
  };
}

function axisItem({ level, ...hierarchy }: AxisItem, open: readonly string[]): AxisSpec["item"] {
  if (level !== undefined) return { level: { ...hierarchy, level } };
  const expanded = openPaths(itemName(hierarchy), open).map((keys) => ({ keys }));
  return { hierarchy: { ...hierarchy, expanded } };
}

/** A member that opens in place needs a row of its own to be opened at, wanted or not. */
function hasTotals(
  { level }: AxisItem,
  place: number,
  items: readonly AxisItem[],
  wanted: boolean,
): boolean {
  return place < items.length - 1 && (wanted || level === undefined);
}

/** The first few stand in the order that they are the first by, unless a column orders the rows. */
function topOptions({ tops }: PivotView, item: AxisItem): AxisOptions {
  const top = tops.find(({ level }) => itemName(level) === itemName(item));
  if (!top) return {};
  const { n, by, others } = top;
  return {
    topN: { n, by, others: others ? "SHOW" : "HIDE" },
    sort: { byMeasure: { measure: by, dir: "DESC" } },
  };
}

function timeInput({ dateOf, period, compare }: PivotView, cube: Cube): TimeInput | undefined {
  const range = rangeOf(period);
  const dimension = dateOf ?? cube.dimensions.find(({ kind }) => kind === "TIME")?.name;
  if (!range || dimension === undefined) return undefined;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { dimension, range, timeZone, ...(compare ? { compareTo: COMPARE_TO[compare] } : {}) };
}

/** A column's key is the way to it, the measure and how that is shown. */
function sortInput(
  { column, direction }: PivotSort,
  columns: readonly AxisItem[],
  cube: Cube,
): SortInput {
  const [path = "", measure = ""] = column.split(":");
  const keys = path === "" ? [] : path.split("/").map(decoded);
  const at = keys.flatMap((key, line): MemberRef[] => {
    const item = columns[line];
    const level = item && levelsOf(cube, item)[0]?.name;
    return item && level !== undefined ? [{ ...item, level, key }] : [];
  });
  return { byMeasure: { measure, dir: direction, ...(at.length > 0 ? { at } : {}) } };
}
