export interface SteadyRows<Row> {
  /** In the order that is on screen, each as it is now. */
  readonly rows: readonly Row[];
  /** Keys of those on screen that the server no longer gives. */
  readonly gone: ReadonlySet<string>;
  /** How many rows came, went or moved. */
  readonly changes: number;
}

interface Compared<Row> {
  readonly shown: readonly Row[];
  readonly present: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** More rows follow: what stands at the end may have been pushed in or out by the rows before it. */
  readonly hasMore: boolean;
  /** What was last told of a row that is not among the present ones. */
  readonly told: ReadonlyMap<string, Row>;
}

/** Rows that keep their places while their values follow the server. */
export function steadyRows<Row>(compared: Compared<Row>): SteadyRows<Row> {
  const { shown, present, keyOf, hasMore, told } = compared;
  const now = new Map(present.map((row) => [keyOf(row), row]));
  const shownKeys = shown.map(keyOf);
  const places = new Map(shownKeys.map((key, place) => [key, place]));
  const left = split(shownKeys, now);
  const come = split([...now.keys()], places);
  const pushedOut = hasMore ? Math.min(left.tail.length, come.head.length) : 0;
  const gone = [...left.head, ...left.tail.slice(0, left.tail.length - pushedOut)];
  const pulledIn = hasMore ? Math.min(come.tail.length, gone.length) : 0;
  const stayed = [...now.keys()].flatMap((key) => places.get(key) ?? []);
  return {
    rows: shown.map((row) => now.get(keyOf(row)) ?? told.get(keyOf(row)) ?? row),
    gone: new Set(gone),
    changes:
      gone.length +
      come.head.length +
      (come.tail.length - pulledIn) +
      (stayed.length - longestRise(stayed)),
  };
}

/** The keys that the others lack: those among common ones, and those after the last common one. */
function split(keys: readonly string[], others: { has(key: string): boolean }) {
  const end = keys.findLastIndex((key) => others.has(key)) + 1;
  return { head: keys.slice(0, end).filter((key) => !others.has(key)), tail: keys.slice(end) };
}

/** The length of the longest rising sequence: as many rows did not move among themselves. */
function longestRise(places: readonly number[]): number {
  /** The smallest last place of a rising sequence of each length. */
  const ends: number[] = [];
  for (const place of places) {
    const length = ends.findIndex((end) => end >= place);
    ends[length === -1 ? ends.length : length] = place;
  }
  return ends.length;
}
