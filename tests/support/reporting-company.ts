import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { openEtl, type Etl } from "../../etl/etl.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import { createLog } from "../../schema/kernel/log.ts";
import { connectionFor } from "../../schema/postgres/server.ts";
import { openWarehouse } from "../../warehouse/engine/duckdb.ts";
import type { Engine } from "../../warehouse/engine/engine.ts";
import { salesCompany, type Login, type SalesCompany } from "./sales-company.ts";

/** Who has won how much in January 2026; sums of any two of them differ. */
const WON = { ann: 100, bob: 200, hal: 400, wes: 800 } as const satisfies Partial<
  Record<Login, number>
>;

/** What an engine that is kept waiting waits for before it answers. */
type Hold = (signal: AbortSignal | undefined) => Promise<unknown>;

/** A sales company with won opportunities and a warehouse that is loaded from it. */
export interface ReportingCompany {
  readonly company: SalesCompany;
  /** Keeps the engine waiting from now on; without an argument it works again. */
  readonly hold: (until?: Hold) => void;
}

/** The real engine, only that a test may keep it waiting. */
const held = (real: Engine, hold: () => Hold | undefined): Engine =>
  new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name !== "snapshot") return value.bind(target) as unknown;
      return async (...args: Parameters<Engine["snapshot"]>) => {
        await hold()?.(args[0].signal);
        return target.snapshot(...args);
      };
    },
  });

export function reportingCompany(): ReportingCompany {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "crm-reports-"));
  let engine: Engine | undefined;
  let etl: Etl | undefined;
  let until: Hold | undefined;
  beforeAll(async () => {
    engine = await openWarehouse({
      file: path.join(directory, "crm.duckdb"),
      stageDirectory: path.join(directory, "stage"),
      tempDirectory: path.join(directory, "temp"),
    });
  });
  const company = salesCompany({ warehouse: () => engine && held(engine, () => until) });
  beforeAll(async () => {
    for (const [login, amount] of Object.entries(WON)) {
      await plantDeal(company, login, company.idOf(login as Login), amount);
    }
    const { server, name } = company.database;
    if (!engine) throw new Error("the warehouse is open only while tests run");
    etl = await openEtl({
      source: connectionFor(server, "crm_etl", name),
      engine,
      config: { timeZone: "Asia/Shanghai", fiscalStart: 1 },
      log: createLog("silent"),
      clock: systemClock,
    });
    await etl.run({ mode: "INCREMENTAL", requestedBy: "system:test" });
  });
  afterAll(async () => {
    await etl?.close();
    await engine?.close();
    fs.rmSync(directory, { recursive: true, force: true });
  });
  return {
    company,
    hold: (next) => {
      until = next;
    },
  };
}

async function plantDeal(
  company: SalesCompany,
  login: string,
  owner: string,
  amount: number,
): Promise<void> {
  await company.rows(
    `insert into crm.customer (number, name, account_manager_id, credit, tier)
     values ($1, $1, $2, 5, 3)`,
    [`customer of ${login}`, owner],
  );
  await company.rows(
    `insert into crm.opportunity (number, title, source_id, customer_id, success_rate, description,
       currency, status, furthest_status, assignee_id, created_by_id, closed_at, closed_amount)
     values ($1, $1, (select id from crm.dictionary_entry where code = 'WEBSITE'),
       (select id from crm.customer where account_manager_id = $2), 100, 'x', 'CNY', 'WON', 'WON',
       $2, $2, '2026-01-15T04:00:00Z', $3)`,
    [`deal of ${login}`, owner, amount],
  );
}

/** A question with the whole published answer. */
export const QUESTION = `query ($input: CubeQueryInput!) { cubeQuery(input: $input) {
  axes { rows { positions { kind members { key caption } drill { through } } totalPositions } }
  cells { row column measure value formatted status }
  grid { values } measures { measure title } freshness { state runId } source { engine rollup { used } }
  truncated { any } warnings { code } pageInfo { hasNextPage hasPreviousPage endCursor } normalized queryHash } }`;
/** Won amount and count, told apart by the given rows. */
export const wonBy = (rows: object[] = []) => ({
  cube: "opportunities",
  measures: [{ measure: "wonAmount" }, { measure: "opportunityCount" }],
  rows,
});
/** Rows or columns of one level. */
export const level = (dimension: string, name: string) => [
  { item: { level: { dimension, level: name } } },
];
