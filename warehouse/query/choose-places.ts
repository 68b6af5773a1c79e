import type { Collected } from "./collect.ts";
import { placeAt, type Place } from "./place.ts";
import { compareDecimals } from "./decimal.ts";
import type { Figures } from "./cells.ts";
import type { Plan } from "./plan.ts";
import type { Having, ValidQuestion } from "./resolved.ts";
import { levelId } from "./resolved.ts";
import { isOpen } from "./expand.ts";
import type { AxisPlan } from "./totals.ts";
import { isOthers } from "./validate-values.ts";

/*
 * Pass: places. Assumes collected groups. Decides which positions an answer has: those of the shown
 * grains with anything to show, and on the rows those that satisfy the conditions on measures.
 */

/** Places with a value of a shown measure; with emptyRows SHOW, all with any fact. */
export function placesToShow(
  question: ValidQuestion,
  plan: Plan,
  collected: Collected,
  figures: Figures,
): { rows: Place[]; columns: Place[] } {
  const filled = {
    rows: new Set<string>(collected.empty.rows),
    columns: new Set<string>(collected.empty.columns),
  };
  const anyFact = question.normal.nulls.emptyRows === "SHOW";
  const names = question.headers.map(({ measure }) => measure.name);
  for (const group of collected.groups()) {
    const hasValue = names.some((name) => group.values.get(name)?.value != null);
    if (!hasValue && !anyFact) continue;
    filled.rows.add(group.row);
    filled.columns.add(group.column);
  }
  const shown = (axis: AxisPlan, places: ReadonlyMap<string, Place>, ids: Set<string>): Place[] => {
    const kept = [...places].flatMap(([id, place]) => {
      const grain = axis.grains[place.grain];
      const isShown = (grain?.shown ?? false) && ids.has(id);
      return isShown && isOpen(place, axis, collected) && !isHiddenOthers(place, axis)
        ? [place]
        : [];
    });
    // The grand total is there even when nothing else is.
    const grand = axis.grains.findIndex(({ kind }) => kind === "grand");
    const needsGrand = axis.grains[grand]?.shown && !kept.some(({ grain }) => grain === grand);
    return needsGrand ? [...kept, placeAt(grand, [])] : kept;
  };
  const rows = shown(plan.rows, collected.rows, filled.rows);
  return {
    rows: question.having.reduce(
      (places, having) => satisfying(places, having, plan, figures),
      rows,
    ),
    columns: shown(plan.columns, collected.columns, filled.columns),
  };
}

/** OTHERS that the question does not want to see. */
const isHiddenOthers = ({ grain, keys }: Place, { items, grains }: AxisPlan): boolean =>
  keys.some((key, at) => {
    if (!isOthers(key)) return false;
    const alias = grains[grain]?.slots[at];
    const item = items.find(({ chain }) => chain.some((use) => use === alias?.use));
    return item?.top?.others === "HIDE";
  });

/** Drops the rows whose outer member at the condition's level, or which themselves, fail it. */
function satisfying(
  places: readonly Place[],
  having: Having,
  plan: Plan,
  figures: Figures,
): Place[] {
  const total = placeAt(
    plan.columns.grains.findIndex(({ kind }) => kind === "grand"),
    [],
  );
  const verdicts = new Map<string, boolean>();
  const holds = (place: Place): boolean => {
    const known =
      verdicts.get(place.id) ?? test(having, figures.at(place, total, having.measure).value);
    verdicts.set(place.id, known);
    return known;
  };
  const kept = places.filter((place) => {
    const grain = plan.rows.grains[place.grain];
    if (!grain || grain.kind === "grand") return true;
    const level = having.level;
    if (!level) return grain.kind === "subtotal" || holds(place);
    const at = grain.slots.findIndex(({ use }) => levelId(use) === levelId(level));
    return at < 0 || holds(outer(place, at + 1, plan.rows));
  });
  return withoutEmptySubtotals(kept, plan.rows);
}

/** The place of the first `count` members of a place. */
function outer(place: Place, count: number, axis: AxisPlan): Place {
  const slots = axis.grains[place.grain]?.slots.slice(0, count) ?? [];
  const grain = axis.grains.findIndex(
    (each) => each.slots.length === count && each.slots.every((slot, at) => slot === slots[at]),
  );
  return placeAt(grain, place.keys.slice(0, count));
}

/** A subtotal goes with the last of its details. */
function withoutEmptySubtotals(places: readonly Place[], axis: AxisPlan): Place[] {
  const details = places.filter(({ grain }) => axis.grains[grain]?.kind === "detail");
  const above = new Set(
    details.flatMap(({ keys }) => keys.map((_, count) => keys.slice(0, count).join("\u0000"))),
  );
  return places.filter(
    ({ grain, keys }) => axis.grains[grain]?.kind !== "subtotal" || above.has(keys.join("\u0000")),
  );
}

function test({ op, values }: Having, value: string | null): boolean {
  if (op === "IS_UNKNOWN") return value === null;
  if (value === null) return false;
  const against = (index: number): number => compareDecimals(value, values[index] ?? "0");
  switch (op) {
    case "EQ":
    case "IN":
      return values.some((_, index) => against(index) === 0);
    case "NE":
    case "NOT_IN":
      return values.every((_, index) => against(index) !== 0);
    case "LT":
      return against(0) < 0;
    case "LTE":
      return against(0) <= 0;
    case "GT":
      return against(0) > 0;
    case "GTE":
      return against(0) >= 0;
    case "BETWEEN":
      return against(0) >= 0 && against(1) <= 0;
    default:
      return true;
  }
}
