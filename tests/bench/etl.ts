import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import pgCopy from "pg-copy-streams";
import { systemClock } from "../../schema/kernel/clock.ts";
import { createLog } from "../../schema/kernel/log.ts";
import { copyDatabase, dropDatabase } from "../../schema/postgres/create-database.ts";
import { connectionFor, withClient, type PostgresServer } from "../../schema/postgres/server.ts";
import { copyOf } from "../../etl/extract/copy-sql.ts";
import { openSnapshot } from "../../etl/extract/snapshot.ts";
import { SOURCE_NAMES } from "../../etl/extract/sources.ts";
import { openEtl, type Etl } from "../../etl/etl.ts";
import { openWarehouse } from "../../warehouse/engine/duckdb.ts";
import { generateSales } from "./sales-rows.ts";

export interface EtlFigures {
  /** Speed of staging as a share of the bare COPY of the same rows; aim ≥ 0.6. */
  readonly stagedShare: number;
  /** Speed from the first row to the commit, as such a share; aim ≥ 0.45. */
  readonly committedShare: number;
  /** Time of 10 k changes at 1 M opportunities over that at 100 k; aim ≤ 3. */
  readonly incrementGrowth: number;
  readonly seconds: Readonly<Record<string, number>>;
}

const CHANGES = 10_000;
const seconds = (since: number): number => (performance.now() - since) / 1000;

/** Seconds that PostgreSQL takes to say the rows to somebody who does not listen. */
async function bareCopy(server: PostgresServer, database: string): Promise<number> {
  const client = new pg.Client(connectionFor(server, "crm_etl", database));
  await client.connect();
  try {
    const { high } = await openSnapshot(client);
    const begun = performance.now();
    for (const name of SOURCE_NAMES) {
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      const { sql } = copyOf(name, { low: undefined, high });
      await pipeline(client.query(pgCopy.to(sql)), nowhere);
    }
    return seconds(begun);
  } finally {
    await client.end();
  }
}

async function loading<T>(
  server: PostgresServer,
  database: string,
  work: (etl: Etl) => Promise<T>,
): Promise<T> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "crm-bench-"));
  const engine = await openWarehouse({
    file: path.join(directory, "crm.duckdb"),
    stageDirectory: path.join(directory, "stage"),
    tempDirectory: path.join(directory, "temp"),
  });
  try {
    const etl = await openEtl({
      source: connectionFor(server, "crm_etl", database),
      engine,
      config: { timeZone: "Asia/Shanghai", fiscalStart: 1 },
      log: createLog("error"),
      clock: systemClock,
    });
    return await work(etl);
  } finally {
    await engine.close();
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

async function change(server: PostgresServer, database: string, round: number): Promise<void> {
  await withClient(server, "crm_owner", database, (client) =>
    client.query(
      `update crm.opportunity set estimated_amount = estimated_amount + 1 where id in (
         select id from crm.opportunity order by md5(number || $1) limit ${CHANGES})`,
      [String(round)],
    ),
  );
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Measured {
  readonly staged: number;
  readonly committed: number;
  readonly increment: number;
}

async function measure(server: PostgresServer, database: string): Promise<Measured> {
  return loading(server, database, async (etl) => {
    let reading = 0;
    let staged = 0;
    let committed = 0;
    await etl.run({
      mode: "FULL",
      onProgress(step) {
        if (step === "create tables") reading = performance.now();
        if (step === "load statuses") staged = seconds(reading);
        if (step === "swap") committed = seconds(reading);
      },
    });
    const increments: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await change(server, database, round);
      const begun = performance.now();
      await etl.run({ mode: "INCREMENTAL" });
      increments.push(seconds(begun));
    }
    return { staged, committed, increment: median(increments) };
  });
}

/** Loads generated sales of two sizes from copies of the migrated template database. */
export async function benchEtl(
  server: PostgresServer,
  template: string,
  large = 1_000_000,
): Promise<EtlFigures> {
  const generated = async <T>(opportunities: number, work: (name: string) => Promise<T>) => {
    const name = `crm_bench_${randomBytes(4).toString("hex")}`;
    await copyDatabase(server, template, name);
    try {
      await generateSales(server, name, {
        users: 400,
        customers: opportunities / 10,
        opportunities,
      });
      return await work(name);
    } finally {
      await dropDatabase(server, name);
    }
  };
  const small = await generated(large / 10, (name) => measure(server, name));
  return generated(large, async (name) => {
    const copies = [await bareCopy(server, name), await bareCopy(server, name)];
    const copy = median(copies);
    const { staged, committed, increment } = await measure(server, name);
    return {
      stagedShare: copy / staged,
      committedShare: copy / committed,
      incrementGrowth: increment / small.increment,
      seconds: { copy, staged, committed, increment, smallIncrement: small.increment },
    };
  });
}
