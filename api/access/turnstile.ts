/** Lets a few through at once and a bounded number wait; whoever finds the queue full is refused. */
export class Turnstile {
  readonly #width: number;
  readonly #queue: number;
  readonly #refusal: () => Error;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(width: number, queue: number, refusal: () => Error) {
    this.#width = width;
    this.#queue = queue;
    this.#refusal = refusal;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#inside < this.#width) {
      this.#inside++;
      return;
    }
    if (this.#waiting.length >= this.#queue) throw this.#refusal();
    // The place is handed over by whoever leaves, so nobody slips in between.
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#inside--;
  }
}
