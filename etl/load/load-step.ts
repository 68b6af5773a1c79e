import type { Writer } from "../../warehouse/engine/engine.ts";

/** What every step of a load knows. */
export interface LoadContext {
  readonly writer: Writer;
  /** The company's time zone: all day keys are days in it. */
  readonly timeZone: string;
  /** Month in which the fiscal year begins, 1–12. */
  readonly fiscalStart: number;
  /** Nothing was loaded before: what repairs or replaces earlier rows has nothing to do. */
  readonly first: boolean;
  /** The source's clock at the snapshot, ISO 8601. */
  readonly takenAt: string;
}

/** One part of the load. Runs within the load's transaction and answers how many rows it wrote. */
export interface LoadStep {
  readonly name: string;
  run(context: LoadContext): Promise<number>;
}
