import type { EtlStep } from "../schema/reports/etl-run.entity.ts";

export type StepKind = "read" | "load" | "other";

/** Told before each step, and waited for. */
export type OnStep = (name: string) => void | Promise<void>;

/** What a run has done so far: its steps in order with their rows and seconds. */
export class Journal {
  readonly steps: EtlStep[] = [];
  rowsRead = 0;
  rowsLoaded = 0;
  readonly #onStep: OnStep;

  constructor(onStep: OnStep) {
    this.#onStep = onStep;
  }

  /** Runs one step; work that answers a number has read or loaded so many rows. */
  async step<T>(name: string, kind: StepKind, work: () => Promise<T>): Promise<T> {
    await this.#onStep(name);
    const begun = performance.now();
    const took = (): number => Math.round(performance.now() - begun) / 1000;
    try {
      const answer = await work();
      const rows = typeof answer === "number" ? answer : 0;
      if (kind === "read") this.rowsRead += rows;
      if (kind === "load") this.rowsLoaded += rows;
      this.steps.push({
        name,
        ...(kind === "read" ? { rowsRead: rows } : {}),
        ...(kind === "load" ? { rowsLoaded: rows } : {}),
        seconds: took(),
      });
      return answer;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.steps.push({ name, seconds: took(), error: message });
      throw error;
    }
  }

  /** A remark without work, such as why a rebuild was needed. */
  note(name: string): void {
    this.steps.push({ name });
  }
}
