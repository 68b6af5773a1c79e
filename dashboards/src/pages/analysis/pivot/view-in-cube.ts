import { hasTop, itemName, levelsOf, type AxisItem, type Cube } from "./axis-item.ts";
import type { PivotView } from "./pivot-view.ts";

export interface FittingView {
  readonly view: PivotView;
  /** What the cube does not have, in the words of the link. */
  readonly missing: readonly string[];
}

/** The view without what the cube does not have for this reader: the rest of a shared link still shows. */
export function viewInCube(view: PivotView, cube: Cube): FittingView {
  const missing: string[] = [];
  const keep = <One>(
    all: readonly One[],
    isThere: (one: One) => boolean,
    name: (one: One) => string,
  ) =>
    all.filter((one) => {
      const there = isThere(one);
      if (!there) missing.push(name(one));
      return there;
    });
  const hasItem = (item: AxisItem) => levelsOf(cube, item).length > 0;
  const hasMeasure = (wanted: string) => cube.measures.some(({ name }) => name === wanted);
  const hasDate = cube.dimensions.some(({ name, kind }) => name === view.dateOf && kind === "TIME");
  if (view.dateOf !== undefined && !hasDate) missing.push(view.dateOf);
  const rows = keep(view.rows, hasItem, itemName);
  const onRows = new Set(rows.map(itemName));
  const measures = keep(
    view.measures,
    ({ measure }) => hasMeasure(measure),
    ({ measure }) => measure,
  );
  return {
    view: {
      ...view,
      rows,
      measures,
      columns: keep(view.columns, hasItem, itemName),
      dateOf: hasDate ? view.dateOf : undefined,
      filters: keep(
        view.filters,
        ({ level }) => hasItem(level),
        ({ level }) => itemName(level),
      ),
      tops: keep(
        view.tops,
        ({ level, by }) => onRows.has(itemName(level)) && hasTop(cube, level) && hasMeasure(by),
        ({ level, n, by }) => `${itemName(level)}:${n}:${by}`,
      ),
      sort: keep(
        view.sort ? [view.sort] : [],
        ({ column }) => measures.some(({ measure }) => column.split(":")[1] === measure),
        ({ column }) => column,
      )[0],
    },
    missing: [...new Set(missing)],
  };
}
