import type { MeasureDeclaration } from "../define-cube.ts";
import type { Arranged } from "./arrange.ts";
import { NO_DATA, NOT_APPLICABLE, type Figure, type Figures } from "./cells.ts";
import { placeAt, type Place } from "./place.ts";
import { comparedPlace, shiftPlace } from "./compare.ts";
import type { ShowAs } from "./names.ts";
import type { Plan } from "./plan.ts";
import type { ResolvedTime } from "./resolve-time.ts";
import { add, difference, rank, relativeDifference, share } from "./shows.ts";
import { hasPeriod, type AxisPlan } from "./totals.ts";

/*
 * Pass: shares and other forms of a measure. Assumes arranged axes, complete and not yet cut: a share
 * of the total is one of the whole slice, also on the last page. Bases are figures that the engine
 * computed at their own grain; cells are added only by running totals of additive measures.
 */

export interface ShowSetting {
  readonly plan: Plan;
  readonly figures: Figures;
  /** The figures of the comparison range. */
  readonly compared: Figures | undefined;
  readonly time: ResolvedTime | undefined;
  readonly fiscalStart: number;
  readonly rows: readonly Arranged[];
  readonly columns: readonly Arranged[];
}

const isAdditive = ({ compute }: MeasureDeclaration): boolean =>
  compute.kind === "count" || compute.kind === "sum";

const grandPlace = (axis: AxisPlan): Place =>
  placeAt(
    axis.grains.findIndex(({ kind }) => kind === "grand"),
    [],
  );

/** Forms that follow one another run along the columns where only these are periods. */
const alongColumns = ({ rows, columns }: Plan): boolean =>
  rows.items.length === 0 || (!hasPeriod(rows) && hasPeriod(columns));

export class ShownCells {
  readonly #setting: ShowSetting;
  readonly #siblings: ReadonlyMap<Arranged, readonly Arranged[]>;
  readonly #running = new Map<string, ReadonlyMap<Arranged, Figure>>();
  readonly #along: boolean;

  constructor(setting: ShowSetting) {
    this.#setting = setting;
    this.#along = alongColumns(setting.plan);
    this.#siblings = siblingsOf([...setting.rows, ...setting.columns]);
  }

  figure(row: Arranged, column: Arranged, measure: MeasureDeclaration, show: ShowAs): Figure {
    const { figures, plan } = this.#setting;
    const own = figures.at(row.place, column.place, measure);
    if (show === "VALUE" || own.status === "NOT_APPLICABLE") return own;
    const grandRow = grandPlace(plan.rows);
    const grandColumn = grandPlace(plan.columns);
    const of = (rowPlace: Place, columnPlace: Place): Figure =>
      isAdditive(measure) ? share(own, figures.at(rowPlace, columnPlace, measure)) : NOT_APPLICABLE;
    switch (show) {
      case "PCT_OF_TOTAL":
        return of(grandRow, grandColumn);
      case "PCT_OF_ROW":
        return of(row.place, grandColumn);
      case "PCT_OF_COLUMN":
        return of(grandRow, column.place);
      case "PCT_OF_PARENT":
        return plan.rows.items.length === 0
          ? of(row.place, this.#parent(column, plan.columns))
          : of(this.#parent(row, plan.rows), column.place);
      case "RUNNING_TOTAL":
        return isAdditive(measure) ? this.#runningTotal(row, column, measure) : NOT_APPLICABLE;
      case "RANK":
        return this.#rank(row, column, measure, own);
      case "DIFF_PREVIOUS":
        return difference(own, this.#previous(row, column, measure));
      case "PCT_DIFF_PREVIOUS":
        return relativeDifference(own, this.#previous(row, column, measure));
      default:
        return this.#compare(row, column, measure, show, own);
    }
  }

  /** The member above: a department's parent, the outer member, else the total of the axis. */
  #parent({ paths, place }: Arranged, axis: AxisPlan): Place {
    const above = paths.at(-1)?.at(-1)?.tree?.parent;
    if (above != null) return placeAt(place.grain, [...place.keys.slice(0, -1), above]);
    const slots = axis.grains[place.grain]?.slots.slice(0, -1) ?? [];
    const grain = axis.grains.findIndex(
      (each) =>
        each.slots.length === slots.length && each.slots.every((slot, at) => slot === slots[at]),
    );
    return placeAt(grain, place.keys.slice(0, -1));
  }

  #runningTotal(row: Arranged, column: Arranged, measure: MeasureDeclaration): Figure {
    const { figures } = this.#setting;
    const [moving, fixed] = this.#along ? [column, row] : [row, column];
    const siblings = this.#siblings.get(moving) ?? [moving];
    const first = siblings[0] ?? moving;
    const id = [measure.name, first.place.id, fixed.place.id].join("\u0001");
    const known =
      this.#running.get(id) ??
      this.#runAlong(siblings, (each) =>
        this.#along
          ? figures.at(row.place, each.place, measure)
          : figures.at(each.place, column.place, measure),
      );
    this.#running.set(id, known);
    return known.get(moving) ?? NO_DATA;
  }

  #runAlong(
    siblings: readonly Arranged[],
    figureAt: (each: Arranged) => Figure,
  ): ReadonlyMap<Arranged, Figure> {
    let total = NO_DATA;
    return new Map(
      siblings.map((each) => {
        total = add(total, figureAt(each));
        return [each, total];
      }),
    );
  }

  #rank(row: Arranged, column: Arranged, measure: MeasureDeclaration, own: Figure): Figure {
    const { figures, plan } = this.#setting;
    const byColumns = plan.rows.items.length === 0;
    const siblings = this.#siblings.get(byColumns ? column : row) ?? [];
    const among = siblings.map(({ place }) =>
      byColumns ? figures.at(row.place, place, measure) : figures.at(place, column.place, measure),
    );
    return rank(own, among);
  }

  #previous(row: Arranged, column: Arranged, measure: MeasureDeclaration): Figure {
    const { figures, plan, fiscalStart } = this.#setting;
    const back = (): number => -1;
    if (this.#along) {
      const before = shiftPlace(plan.columns, column.place, back, fiscalStart);
      return before ? figures.at(row.place, before, measure) : NO_DATA;
    }
    const before = shiftPlace(plan.rows, row.place, back, fiscalStart);
    return before ? figures.at(before, column.place, measure) : NO_DATA;
  }

  #compare(
    row: Arranged,
    column: Arranged,
    measure: MeasureDeclaration,
    show: ShowAs,
    own: Figure,
  ): Figure {
    const { compared, time, plan, fiscalStart } = this.#setting;
    if (!compared || !time?.comparison) return NO_DATA;
    const spans = { dimension: time.dimension.name, from: time.span, to: time.comparison };
    const base = compared.at(
      comparedPlace(plan.rows, row.place, spans, fiscalStart),
      comparedPlace(plan.columns, column.place, spans, fiscalStart),
      measure,
    );
    if (show === "COMPARISON_VALUE") return base;
    return show === "COMPARISON_DELTA" ? difference(own, base) : relativeDifference(own, base);
  }
}

/** Positions beside each other: of one grain under one parent, in their order. */
function siblingsOf(positions: readonly Arranged[]): Map<Arranged, readonly Arranged[]> {
  const groups = new Map<string, Arranged[]>();
  const out = new Map<Arranged, readonly Arranged[]>();
  for (const each of positions) {
    // Departments beside each other have one parent; other members have the outer members in common.
    const parent = each.paths.at(-1)?.at(-1)?.tree?.parent ?? "";
    const axis = each.members[0] ? each.members[0].use.dimension.name : "";
    const id = [axis, each.place.grain, ...each.place.keys.slice(0, -1), parent].join("\u0000");
    const group = groups.get(id) ?? [];
    group.push(each);
    groups.set(id, group);
    out.set(each, group);
  }
  return out;
}
