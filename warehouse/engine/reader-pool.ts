import type { DuckDBConnection } from "@duckdb/node-api";
import type { Deadline } from "./deadline.ts";

type Waiting = (reader: DuckDBConnection) => void;

/** A few connections lent one at a time; more would only fight over the same cores. */
export class ReaderPool {
  readonly #connect: () => Promise<DuckDBConnection>;
  readonly #size: number;
  readonly #free: DuckDBConnection[] = [];
  readonly #queue: Waiting[] = [];
  #made = 0;
  #closing: (() => void) | undefined;

  constructor(connect: () => Promise<DuckDBConnection>, size: number) {
    this.#connect = connect;
    this.#size = size;
  }

  /** Lends a connection to `work`; waits for one no longer than the deadline. */
  async lend<T>(deadline: Deadline, work: (reader: DuckDBConnection) => Promise<T>): Promise<T> {
    const reader = await this.#take(deadline);
    try {
      return await work(reader);
    } finally {
      this.#giveBack(reader);
    }
  }

  /** Waits for the readers that are out or in the queue, then disconnects all. */
  async close(): Promise<void> {
    if (this.#free.length < this.#made) {
      await new Promise<void>((resolve) => {
        this.#closing = resolve;
      });
    }
    for (const reader of this.#free.splice(0)) reader.closeSync();
    this.#made = 0;
  }

  async #take(deadline: Deadline): Promise<DuckDBConnection> {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#made < this.#size) {
      this.#made += 1;
      try {
        return await this.#connect();
      } catch (error) {
        this.#made -= 1;
        throw error;
      }
    }
    const { promise, resolve, reject } = Promise.withResolvers<DuckDBConnection>();
    this.#queue.push(resolve);
    return deadline.during(
      () => promise,
      (reason) => {
        const place = this.#queue.indexOf(resolve);
        if (place >= 0) this.#queue.splice(place, 1);
        reject(reason);
      },
    );
  }

  #giveBack(reader: DuckDBConnection): void {
    const next = this.#queue.shift();
    if (next) {
      next(reader);
      return;
    }
    this.#free.push(reader);
    if (this.#free.length === this.#made) this.#closing?.();
  }
}
