import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { systemClock } from "../../schema/kernel/clock.ts";
import { openWarehouse } from "../../warehouse/engine/duckdb.ts";
import type { Engine, Statement } from "../../warehouse/engine/engine.ts";
import type { CubeContext } from "../../warehouse/query/context.ts";
import type { CubeQuestion } from "../../warehouse/query/question.ts";
import { askCube } from "../../warehouse/query/run.ts";
import { generateWarehouse } from "./warehouse.ts";

/** Questions to a cube against the statements they come to, run on the same engine without anything around. */
export interface QuestionFigures {
  /** Median time over all rounds, through the compiler over bare; aim ≤ 1.3. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly milliseconds: Readonly<Record<string, number>>;
}

const ROUNDS = 15;
const TIMEOUT = { timeoutMs: 60_000 };

const level = (dimension: string, name: string, hierarchy?: string) => ({
  item: { level: { dimension, level: name, ...(hierarchy ? { hierarchy } : {}) } },
});

const QUESTIONS: Readonly<Record<string, CubeQuestion>> = {
  "headline figures": {
    cube: "opportunities",
    measures: ["wonCount", "wonAmount", "winRate", "averageCycleDays"].map((measure) => ({
      measure,
    })),
  },
  "won amount and win rate by month": {
    cube: "opportunities",
    measures: [{ measure: "wonAmount" }, { measure: "winRate" }],
    rows: [level("closedDate", "month", "calendar")],
  },
  "department × quarter": {
    cube: "opportunities",
    measures: [{ measure: "wonAmount" }],
    rows: [level("owner", "department", "organization")],
    columns: [level("closedDate", "quarter", "calendar")],
  },
  "customers' industry × source": {
    cube: "opportunities",
    measures: [{ measure: "opportunityCount" }, { measure: "openAmount" }],
    rows: [level("customer", "industry", "byIndustry")],
    columns: [level("opportunitySource", "opportunitySource")],
  },
};

/** The engine, noting down what it is asked. */
function recording(engine: Engine, statements: Statement[]): Engine {
  const snapshot: Engine["snapshot"] = (options, work) =>
    engine.snapshot(options, (read) =>
      work((statement) => {
        statements.push(statement);
        return read(statement);
      }),
    );
  return new Proxy(engine, {
    get: (target, name): unknown =>
      name === "snapshot" ? snapshot : Reflect.get(target, name, target),
  });
}

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Generates `opportunities` facts and asks each question both ways in turns. */
export async function benchQuestions(opportunities = 1_000_000): Promise<QuestionFigures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-bench-"));
  const [stageDirectory, tempDirectory] = [path.join(folder, "stage"), path.join(folder, "temp")];
  fs.mkdirSync(stageDirectory);
  fs.mkdirSync(tempDirectory);
  const file = path.join(folder, "warehouse.duckdb");
  const engine = await openWarehouse({ file, stageDirectory, tempDirectory });
  try {
    await generateWarehouse(engine, { opportunities, customers: opportunities / 50, users: 400 });
    const ratios: Record<string, number> = {};
    const milliseconds: Record<string, number> = {};
    for (const [name, question] of Object.entries(QUESTIONS)) {
      const [asked, bare] = await compare(engine, question);
      ratios[name] = asked / bare;
      milliseconds[`${name}, asked`] = asked;
      milliseconds[`${name}, bare`] = bare;
    }
    return { ratios, milliseconds };
  } finally {
    await engine.close();
    fs.rmSync(folder, { recursive: true });
  }
}

async function compare(engine: Engine, question: CubeQuestion): Promise<[number, number]> {
  const statements: Statement[] = [];
  const contextOn = (on: Engine): CubeContext => ({
    engine: on,
    scope: { owners: "all", hidden: new Set() },
    locale: "en",
    now: systemClock.now(),
    timeZone: "Asia/Shanghai",
    currency: "CNY",
    fiscalStart: 1,
    tokenKey: "bench",
  });
  const ask = () => askCube(question, contextOn(engine));
  const run = () =>
    engine.snapshot(TIMEOUT, async (read) => {
      for (const statement of statements) await read(statement);
    });
  const recorder = recording(engine, statements);
  // An engine is asked once for the names that it keeps from then on; what is noted is the next question.
  await ask();
  await askCube(question, contextOn(recorder));
  statements.length = 0;
  await askCube(question, contextOn(recorder));
  const [asked, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const isAskedFirst = round % 2 === 1;
    if (isAskedFirst) asked.push(await timed(ask));
    bare.push(await timed(run));
    if (!isAskedFirst) asked.push(await timed(ask));
  }
  return [median(asked), median(bare)];
}
