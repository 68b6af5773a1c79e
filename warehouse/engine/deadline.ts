import { cancelled, timedOut } from "./faults.ts";
import type { ReadOptions } from "./engine.ts";

/** Ends a read in time: whoever waits or runs registers how to stop and is stopped at most once. */
export class Deadline {
  #ended: Error | undefined;
  #stop: ((reason: Error) => void) | undefined;
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort = (): void => this.#end(cancelled());

  constructor({ timeoutMs, signal }: ReadOptions) {
    this.#timer = setTimeout(() => this.#end(timedOut(timeoutMs)), timeoutMs);
    this.#signal = signal;
    if (signal?.aborted) this.#end(cancelled());
    signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  /** Why it ended, if it has. */
  get ended(): Error | undefined {
    return this.#ended;
  }

  /** Runs `work`, calling `stop` if the deadline passes meanwhile; throws the reason of the end. */
  async during<T>(work: () => Promise<T>, stop: (reason: Error) => void): Promise<T> {
    if (this.#ended) throw this.#ended;
    this.#stop = stop;
    try {
      return await work();
    } catch (error) {
      throw this.#ended ?? error;
    } finally {
      this.#stop = undefined;
    }
  }

  release(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }

  #end(reason: Error): void {
    if (this.#ended) return;
    this.#ended = reason;
    this.#stop?.(reason);
  }
}
