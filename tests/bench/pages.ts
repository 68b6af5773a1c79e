import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/** Milliseconds from the navigation, medians; aims on loopback: cold ≤ 1500, warm ≤ 500. */
export interface PageFigures {
  /** A browser that has never been here, signed in. */
  readonly cold: PageTimes;
  /** The same browser once more. */
  readonly warm: PageTimes;
  /** What the page asks of the API when it is opened again. */
  readonly requests: number;
}

export interface PageTimes {
  /** Until the first figure stands there. */
  readonly figures: number;
  /** Until every card has its answer. */
  readonly whole: number;
}

/** Measured by the means of the browser tests, which are not compiled: a process of its own. */
export async function benchPages(): Promise<PageFigures> {
  const script = path.resolve("tests/e2e/measure-pages.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  return JSON.parse(stdout) as PageFigures;
}
