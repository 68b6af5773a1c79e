/** How many events may wait for one reader; a slower one is cut off and reads the present state anew. */
const MAX_WAITING = 1000;

/** Hands events to the readers in this process. A reader that is returned ends at once, also while it waits. */
export class Topic<T> {
  readonly #readers = new Set<{ take(value: T): void; end(): void }>();

  get readers(): number {
    return this.#readers.size;
  }

  publish(value: T): void {
    for (const reader of this.#readers) reader.take(value);
  }

  /** Ends every reader: events may have been missed, so whoever still cares asks again. */
  endAll(): void {
    for (const reader of this.#readers) reader.end();
  }

  read(maxWaiting = MAX_WAITING): AsyncIterableIterator<T> {
    const waiting: T[] = [];
    const asked: ((result: IteratorResult<T>) => void)[] = [];
    let open = true;
    const done: IteratorResult<T> = { value: undefined, done: true };
    const reader = {
      take: (value: T): void => {
        const answer = asked.shift();
        if (answer) answer({ value, done: false });
        else if (waiting.push(value) > maxWaiting) reader.end();
      },
      end: (): void => {
        open = false;
        this.#readers.delete(reader);
        waiting.length = 0;
        for (const answer of asked.splice(0)) answer(done);
      },
    };
    const end = async (): Promise<IteratorResult<T>> => {
      reader.end();
      return done;
    };
    this.#readers.add(reader);
    return {
      next: () => {
        const value = waiting.shift();
        if (value !== undefined) return Promise.resolve({ value, done: false });
        if (!open) return Promise.resolve(done);
        return new Promise((answer) => asked.push(answer));
      },
      return: end,
      throw: end,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
