/** What an idle key may ask at once, and what it may ask a second in the long run. */
const BURST = 120;
const PER_SECOND = 10;
const REMEMBERED = 10_000;

interface Bucket {
  left: number;
  at: number;
}

/** A bucket for each key that fills steadily; in this process alone, so that asking costs nothing. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes one of what is left, if anything is. */
  admits(key: string, now: number = performance.now()): boolean {
    const bucket = this.#buckets.get(key) ?? { left: BURST, at: now };
    bucket.left = Math.min(BURST, bucket.left + ((now - bucket.at) / 1000) * PER_SECOND);
    bucket.at = now;
    if (this.#buckets.size >= REMEMBERED) this.#buckets.clear();
    this.#buckets.set(key, bucket);
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
  }
}
