/** How many entries of one kind a minute, from one source and from all of them together. */
const EACH = 10;
const TOGETHER = 300;
const MINUTE_MS = 60_000;

/** What one source has sent in the present minute. */
interface Counted {
  admitted: number;
  held: number;
}

/**
 * Lets so many events a minute through; what is held back is counted and told with the next one that gets
 * through. For events that anybody can cause as often as they like: a flood of them must not fill the disk.
 */
export class FloodGate {
  readonly #now: () => number;
  readonly #sources = new Map<string, Counted>();
  #minute = Number.NEGATIVE_INFINITY;
  #admitted = 0;
  /** Held back in minutes that are over. */
  #owed = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** How many were held back before this one, or undefined where this one is held back as well. */
  admit(source: string): number | undefined {
    const now = this.#now();
    if (now - this.#minute >= MINUTE_MS) {
      for (const { held } of this.#sources.values()) this.#owed += held;
      this.#sources.clear();
      this.#minute = now;
      this.#admitted = 0;
    }
    // Sources can be made up, so that there are no more of them than events that got through.
    if (this.#admitted >= TOGETHER) {
      this.#owed += 1;
      return undefined;
    }
    const counted = this.#sources.get(source) ?? { admitted: 0, held: 0 };
    this.#sources.set(source, counted);
    if (counted.admitted >= EACH) {
      counted.held += 1;
      return undefined;
    }
    counted.admitted += 1;
    this.#admitted += 1;
    const held = this.#owed + counted.held;
    this.#owed = 0;
    counted.held = 0;
    return held;
  }
}
