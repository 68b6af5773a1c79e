import type { MeasureDeclaration } from "../define-cube.ts";
import { MIXED, type Collected, type MeasureValue } from "./collect.ts";
import type { Place } from "./place.ts";
import type { CellStatus } from "./names.ts";
import type { Plan } from "./plan.ts";
import { testsOf } from "./look-up.ts";
import type { ValidQuestion } from "./resolved.ts";

/** What a measure says at a cell, before it is shown in some form. */
export interface Figure {
  readonly value: string | null;
  readonly currency: string | null;
  readonly status: CellStatus;
}

export const NO_DATA: Figure = { value: null, currency: null, status: "NO_DATA" };
export const NOT_APPLICABLE: Figure = { value: null, currency: null, status: "NOT_APPLICABLE" };

/** Reads measures at pairs of places, whether these are shown or not. */
export class Figures {
  readonly #collected: Collected;
  readonly #plan: Plan;
  readonly #sliced: ReadonlySet<string>;

  constructor(collected: Collected, plan: Plan, { filter, time }: ValidQuestion) {
    this.#collected = collected;
    this.#plan = plan;
    this.#sliced = new Set([
      ...testsOf(filter).map(({ use }) => use.dimension.name),
      ...(time ? [time.dimension.name] : []),
    ]);
  }

  /** Whether any fact lies at the cell. */
  exists(row: Place, column: Place): boolean {
    return this.#collected.group(row, column) !== undefined;
  }

  at(row: Place, column: Place, measure: MeasureDeclaration): Figure {
    if (this.#meansNothing(row, column, measure)) return NOT_APPLICABLE;
    const found = this.#collected.group(row, column)?.values.get(measure.name);
    return found ? figureOf(found) : NO_DATA;
  }

  /** A dimension that the measure does not know: on an axis in detail, or in the slice. */
  #meansNothing(row: Place, column: Place, { notFor = [] }: MeasureDeclaration): boolean {
    if (notFor.length === 0) return false;
    const standing = [
      ...(this.#plan.rows.grains[row.grain]?.slots ?? []),
      ...(this.#plan.columns.grains[column.grain]?.slots ?? []),
    ].map(({ use }) => use.dimension.name);
    return notFor.some((name) => standing.includes(name) || this.#sliced.has(name));
  }
}

function figureOf({ value, currency }: MeasureValue): Figure {
  if (value === null) return NO_DATA;
  if (currency === MIXED) return { value: null, currency: null, status: "MIXED_CURRENCY" };
  return { value, currency, status: "OK" };
}
