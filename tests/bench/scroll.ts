import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { PostgresServer } from "../../schema/postgres/server.ts";
import { LARGE_PIVOT } from "./cell-questions.ts";
import type { ChildServer } from "./child-server.ts";
import { PASSWORD } from "./list.ts";
import { withReportServer } from "./report-server.ts";
import type { ScrollFigures } from "./scroll-figures.ts";

/** The pivot of 10,000 customers × 50 months: its answer, with and without the signed tokens, and its scrolling. */
export interface LargePivotFigures {
  readonly scrolled: ScrollFigures;
  readonly answer: AnswerFigures;
  readonly withoutTokens: AnswerFigures;
}

export interface AnswerFigures {
  readonly megabytes: number;
  /** Median. */
  readonly milliseconds: number;
}

const SIZE = { opportunities: 1_000_000, customers: 10_000, users: 400 };
const TIMES = 3;
const TOKENS = /drill \{\s*through\s*\}/;

/** Scrolled by the means of the browser tests, which are not compiled: a process of its own. */
export function benchScroll(server: PostgresServer, template: string): Promise<LargePivotFigures> {
  return withReportServer(server, template, SIZE, async (product) => {
    const script = path.resolve("tests/e2e/measure-scroll.ts");
    const parameters = [script, product.address, "boss", PASSWORD];
    const { stdout } = await promisify(execFile)(process.execPath, parameters);
    return {
      scrolled: JSON.parse(stdout) as ScrollFigures,
      answer: await ask(product, LARGE_PIVOT.query),
      withoutTokens: await ask(product, LARGE_PIVOT.query.replace(TOKENS, "")),
    };
  });
}

async function ask(product: ChildServer, query: string): Promise<AnswerFigures> {
  const times: number[] = [];
  let bytes = 0;
  for (let time = 0; time < TIMES; time++) {
    const started = performance.now();
    const answer = await product.post({ query, variables: { input: LARGE_PIVOT.input } });
    times.push(performance.now() - started);
    bytes = Buffer.byteLength(answer);
    if (answer.includes('"errors":[')) throw new Error(answer.slice(0, 500));
  }
  times.sort((left, right) => left - right);
  return { megabytes: bytes / 1e6, milliseconds: times[times.length >> 1] ?? NaN };
}
