import {
  periodOf,
  periodsBetween,
  periodSpan,
  shiftPeriod,
  type Span,
} from "../calendar/periods.ts";
import { placeAt, type Place } from "./place.ts";
import type { AxisPlan, Slot } from "./totals.ts";

/*
 * Pass: compare. Assumes axes with date levels. Finds the place that stands for the same thing some
 * periods earlier: the third month of the range is compared with the third month of the other range,
 * whatever stands in between on the axis.
 */

/** The innermost date level of a place, of one dimension or of any. */
function innermostPeriod(
  axis: AxisPlan,
  place: Place,
  dimension: string | undefined,
): { slot: Slot; key: string } | undefined {
  const slots = axis.grains[place.grain]?.slots ?? [];
  for (let at = slots.length - 1; at >= 0; at -= 1) {
    const slot = slots[at];
    const wanted = dimension === undefined || slot?.use.dimension.name === dimension;
    if (slot?.use.level.period && wanted) return { slot, key: place.keys[at] ?? "" };
  }
  return undefined;
}

/** The place whose date levels lie `count` of its innermost periods later; undefined without any. */
export function shiftPlace(
  axis: AxisPlan,
  place: Place,
  count: (slot: Slot) => number,
  fiscalStart: number,
  dimension?: string,
): Place | undefined {
  const inner = innermostPeriod(axis, place, dimension);
  const period = inner?.slot.use.level.period;
  if (!inner || !period) return undefined;
  const shifted = shiftPeriod(period, inner.key, count(inner.slot), fiscalStart);
  const span = shifted === undefined ? undefined : periodSpan(period, shifted, fiscalStart);
  if (!span) return undefined;
  const slots = axis.grains[place.grain]?.slots ?? [];
  const keys = place.keys.map((key, at) => {
    const level = slots[at]?.use.level.period;
    const same = slots[at]?.use.dimension === inner.slot.use.dimension;
    return level && same ? periodOf(level, span.from, fiscalStart) : key;
  });
  return placeAt(place.grain, keys);
}

/** The place of the other range that a place of the first range is compared with. */
export function comparedPlace(
  axis: AxisPlan,
  place: Place,
  spans: { readonly dimension: string; readonly from: Span; readonly to: Span },
  fiscalStart: number,
): Place {
  const shift = ({ use }: Slot): number =>
    use.level.period
      ? periodsBetween(use.level.period, spans.from.from, spans.to.from, fiscalStart)
      : 0;
  return shiftPlace(axis, place, shift, fiscalStart, spans.dimension) ?? place;
}
