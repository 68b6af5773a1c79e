import { rangeOf } from "../../../cube/period.ts";
import type { AxisSpec, CubeQueryInput, LevelRef, SortInput } from "../../../gql/graphql.ts";
import type { PivotSort } from "../../../pivot/pivot-layout.ts";
import type { PivotView } from "./pivot-view.ts";

/** The question of a view: a subtotal for each row level but the innermost, totals above their parts. */
export function pivotQuestion(view: PivotView, dateOf: string | undefined): CubeQueryInput {
  const range = rangeOf(view.period);
  const sort = view.sort && sortInput(view.sort, view.columns);
  return {
    cube: view.cube,
    measures: view.measures.map((measure) => ({ measure })),
    rows: view.rows.map((level): AxisSpec => axis(level, sort)),
    columns: view.columns.map((level): AxisSpec => axis(level)),
    totals: {
      rowSubtotals: view.rows.slice(0, -1).map((level) => level.level),
      position: "BEFORE",
    },
    ...(range && dateOf
      ? {
          time: {
            dimension: dateOf,
            range,
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          },
        }
      : {}),
  };
}

function axis(level: LevelRef, sort?: SortInput): AxisSpec {
  return { item: { level }, ...(sort ? { options: { sort } } : {}) };
}

/** A column's key is the way to it, the measure and how that is shown. */
function sortInput({ column, direction }: PivotSort, columns: readonly LevelRef[]): SortInput {
  const [path = "", measure = ""] = column.split(":");
  const keys = path === "" ? [] : path.split("/").map(decodeURIComponent);
  const at = keys.flatMap((key, line) => {
    const level = columns[line];
    return level ? [{ ...level, key }] : [];
  });
  return { byMeasure: { measure, dir: direction, ...(at.length > 0 ? { at } : {}) } };
}
