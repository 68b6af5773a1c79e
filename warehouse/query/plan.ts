import type { MeasureDeclaration } from "../define-cube.ts";
import { Faults } from "./faults.ts";
import type { AxisQuestion, Sort, ValidQuestion } from "./resolved.ts";
import { planAxis, prefixOf, type AxisPlan, type Grain, type Slot } from "./totals.ts";

/*
 * Pass: plan. Assumes a valid question. Decides what is computed at which grains and in how many
 * statements: one a branch. Measures that reach a dimension by different columns never share a
 * statement, and neither do grains that count a fact once with grains that count it once for each
 * department above it; their results meet by position only.
 */

export interface GroupingSet {
  /** Indices of the grains of both axes. */
  readonly row: number;
  readonly column: number;
  /** Those of the rows first. */
  readonly slots: readonly Slot[];
  readonly rowSlots: number;
}

export interface Branch {
  readonly measures: readonly MeasureDeclaration[];
  /** Columns that these measures use for a dimension instead of the cube's. */
  readonly through: Readonly<Partial<Record<string, string>>>;
  /** Whether a fact counts for every department above its owner. */
  readonly climbs: boolean;
  readonly sets: readonly GroupingSet[];
}

export interface Plan {
  readonly rows: AxisPlan;
  readonly columns: AxisPlan;
  /** Those shown first, then those that only sort or decide. */
  readonly measures: readonly MeasureDeclaration[];
  readonly branches: readonly Branch[];
}

export function plan(question: ValidQuestion): Plan {
  const { rows, columns, headers, having } = question;
  const rowNeeds = needsOf(rows, columns);
  const columnNeeds = needsOf(columns, rows);
  checkSorts(question);
  const bases = basesOf(question);
  const rowPlan = planAxis(rows, "r", {
    grand: columnNeeds.otherGrand || bases.grand,
    prefixes: new Set([
      ...rowNeeds.own,
      ...columnNeeds.other,
      ...havingPrefixes(question),
      ...bases.parents(rows),
    ]),
  });
  const columnPlan = planAxis(columns, "c", {
    grand: rowNeeds.otherGrand || having.length > 0 || bases.grand,
    prefixes: new Set([
      ...columnNeeds.own,
      ...rowNeeds.other,
      ...(rows.items.length === 0 ? bases.parents(columns) : []),
    ]),
  });
  const measures = new Set<MeasureDeclaration>();
  for (const { measure } of headers) measures.add(measure);
  for (const { measure } of having) measures.add(measure);
  for (const { sort } of [...rows.items, ...columns.items]) {
    if (sort.kind === "measure") measures.add(sort.measure);
  }
  return {
    rows: rowPlan,
    columns: columnPlan,
    measures: [...measures],
    branches: branchesOf(rowPlan, columnPlan, [...measures]),
  };
}

/** Which grains sorting one axis needs, on itself and on the other axis. */
function needsOf(
  axis: AxisQuestion,
  other: AxisQuestion,
): { own: number[]; other: number[]; otherGrand: boolean } {
  const own: number[] = [];
  const across: number[] = [];
  let otherGrand = false;
  axis.items.forEach(({ sort }, index) => {
    if (sort.kind !== "measure") return;
    own.push(index + 1);
    if (sort.at.length === 0) otherGrand = true;
    else across.push(prefixOf(other, sort.at) ?? 0);
  });
  return { own, other: across, otherGrand };
}

/** The totals that shares are shares of. */
function basesOf({ headers }: ValidQuestion): {
  grand: boolean;
  parents: (axis: AxisQuestion) => number[];
} {
  const shows = new Set(headers.flatMap((header) => header.shows));
  const ofParent = shows.has("PCT_OF_PARENT");
  return {
    grand:
      ofParent ||
      (["PCT_OF_TOTAL", "PCT_OF_ROW", "PCT_OF_COLUMN"] as const).some((show) => shows.has(show)),
    parents: ({ items }) => (ofParent ? items.map((_, index) => index) : []),
  };
}

function checkSorts({ rows, columns }: ValidQuestion): void {
  const faults = new Faults();
  const check = (axis: AxisQuestion, other: AxisQuestion, path: string): void => {
    axis.items.forEach(({ sort }: { sort: Sort }, index) => {
      if (sort.kind !== "measure" || sort.at.length === 0) return;
      if (prefixOf(other, sort.at) === undefined) {
        faults.add(`${path}[${index}].options.sort.byMeasure.at`, {
          zh: "at 须给出另一轴从最外层起的成员",
          en: "at names members of the other axis, from its outermost item on",
        });
      }
    });
  };
  check(rows, columns, "rows");
  check(columns, rows, "columns");
  faults.throwIfAny();
}

/** Conditions on outer rows need their grain even where no subtotal is shown. */
const havingPrefixes = ({ rows, having }: ValidQuestion): number[] =>
  having.flatMap(({ level }) =>
    level
      ? 1 + rows.items.findIndex(({ chain }) => chain.some((use) => use.level === level.level))
      : [],
  );

export function branchesOf(
  rows: AxisPlan,
  columns: AxisPlan,
  measures: readonly MeasureDeclaration[],
): Branch[] {
  const sets = rows.grains.flatMap((row, rowIndex) =>
    columns.grains.map((column, columnIndex) => ({
      row: rowIndex,
      column: columnIndex,
      slots: [...row.slots, ...column.slots],
      rowSlots: row.slots.length,
      climbs: climbs(row) || climbs(column),
    })),
  );
  const bindings = Map.groupBy(measures, ({ through }) => JSON.stringify(through ?? {}));
  return [...bindings.values()].flatMap((together) =>
    [false, true].flatMap((climbing): Branch[] => {
      const own = sets.filter((set) => set.climbs === climbing);
      if (own.length === 0) return [];
      const [{ through } = { through: undefined }] = together;
      return [{ measures: together, through: through ?? {}, climbs: climbing, sets: own }];
    }),
  );
}

/**
 * A department counts its whole subtree; beside its people it is only where they belong, or each
 * person would stand under every department above.
 */
export const climbs = ({ slots }: Pick<Grain, "slots">): boolean =>
  slots.some(
    ({ use }) =>
      use.level.source.kind === "tree" &&
      !slots.some(
        (other) => other.use.dimension === use.dimension && other.use.level.source.kind === "own",
      ),
  );
