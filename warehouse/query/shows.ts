import { quotient, fromUnits, placesOf, toUnits } from "./decimal.ts";
import { NO_DATA, NOT_APPLICABLE, type Figure } from "./cells.ts";

/*
 * Arithmetic of the forms in which a measure is shown. Every form of what is not there, or not one
 * number, is not there either: a share without a base is no data, never zero and never infinite.
 */

const broken = (...figures: readonly Figure[]): Figure | undefined =>
  figures.find(({ status }) => status !== "OK");

/** One figure as a fraction of another in the same currency. */
export function share(part: Figure, whole: Figure): Figure {
  const fault = broken(part, whole);
  if (fault) return { ...fault, value: null };
  if (part.currency !== whole.currency) return { ...NO_DATA, status: "MIXED_CURRENCY" };
  const value = quotient(toUnits(part.value ?? "0"), toUnits(whole.value ?? "0"));
  return value === null ? NO_DATA : { value, currency: null, status: "OK" };
}

export function difference(now: Figure, before: Figure): Figure {
  const fault = broken(now, before);
  if (fault) return { ...fault, value: null };
  return combine(now, before, (left, right) => left - right);
}

/** The change as a fraction of the size of what was before. */
export function relativeDifference(now: Figure, before: Figure): Figure {
  const change = difference(now, before);
  if (change.value === null || before.value === null) return change;
  const base = toUnits(before.value);
  const value = quotient(toUnits(change.value), base < 0n ? -base : base);
  return value === null ? NO_DATA : { value, currency: null, status: "OK" };
}

/** Adds a figure to a running total; gaps leave the total as it is. */
export function add(total: Figure, next: Figure): Figure {
  if (next.status === "NO_DATA") return total;
  if (total.status === "NO_DATA") return next;
  const fault = broken(total, next);
  if (fault) return { ...fault, value: null };
  return combine(total, next, (left, right) => left + right);
}

function combine(left: Figure, right: Figure, how: (l: bigint, r: bigint) => bigint): Figure {
  if (left.currency !== right.currency) return { ...NO_DATA, status: "MIXED_CURRENCY" };
  const [one, other] = [left.value ?? "0", right.value ?? "0"];
  const places = Math.max(placesOf(one), placesOf(other));
  return { ...left, value: fromUnits(how(toUnits(one), toUnits(other)), places) };
}

/** 1 for the greatest; equal figures share the better rank and the next one is skipped. */
export function rank(figure: Figure, among: readonly Figure[]): Figure {
  if (figure.value === null)
    return figure.status === "NOT_APPLICABLE" ? NOT_APPLICABLE : { ...figure, value: null };
  const own = toUnits(figure.value);
  const better = among.filter(({ value }) => value !== null && toUnits(value) > own).length;
  return { value: String(better + 1), currency: null, status: "OK" };
}
