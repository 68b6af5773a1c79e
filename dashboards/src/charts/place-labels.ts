/** A text centred on a place along an axis, in pixels. */
export interface Label {
  readonly centre: number;
  readonly width: number;
}

const GAP = 6;

/** Where a text is centred so that it stays between 0 and `end`. */
export function within({ centre, width }: Label, end: number): number {
  return Math.max(width / 2, Math.min(end - width / 2, centre));
}

/**
 * Which of the labels of an axis are drawn so that none touches another: those named first, and of the
 * others from left to right whatever still has room. Nothing is lost: the rest is told under the pointer.
 */
export function placeLabels(
  labels: readonly Label[],
  end: number,
  first: readonly number[],
): ReadonlySet<number> {
  const order = new Set([...first, ...labels.keys()]);
  const placed = new Map<number, readonly [number, number]>();
  for (const index of order) {
    const label = labels[index];
    if (!label || label.width === 0) continue;
    const middle = within(label, end);
    const [from, to] = [middle - label.width / 2 - GAP, middle + label.width / 2 + GAP];
    const isFree = [...placed.values()].every(([left, right]) => to <= left || from >= right);
    if (isFree) placed.set(index, [middle - label.width / 2, middle + label.width / 2]);
  }
  return new Set(placed.keys());
}

/** Which labels are drawn where all take about the same room: every one, every second, every third … */
export function everyNth(labels: readonly Label[], step: number): ReadonlySet<number> {
  const widest = Math.max(0, ...labels.map(({ width }) => width));
  const nth = Math.max(1, Math.ceil((widest + GAP) / step));
  // Counted from the end: the newest step is named always.
  const last = labels.length - 1;
  return new Set([...labels.keys()].filter((index) => (last - index) % nth === 0));
}
