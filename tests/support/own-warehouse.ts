import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { systemClock } from "../../schema/kernel/clock.ts";
import { createLog } from "../../schema/kernel/log.ts";
import { connectionFor } from "../../schema/postgres/server.ts";
import { openWarehouse } from "../../warehouse/engine/duckdb.ts";
import type { Engine, Value } from "../../warehouse/engine/engine.ts";
import { openEtl, type Etl, type EtlSettings } from "../../etl/etl.ts";
import type { OwnDatabase } from "./database.ts";

/** A warehouse of one's own over a database of one's own. */
export class TestWarehouse {
  readonly directory = fs.mkdtempSync(path.join(os.tmpdir(), "crm-etl-"));
  readonly database: OwnDatabase;
  engine!: Engine;
  etl!: Etl;

  constructor(database: OwnDatabase) {
    this.database = database;
  }

  get file(): string {
    return path.join(this.directory, "crm.duckdb");
  }

  settings(engine: Engine): EtlSettings {
    const { server, name } = this.database;
    return {
      source: connectionFor(server, "crm_etl", name),
      engine,
      config: { timeZone: "Asia/Shanghai", fiscalStart: 4 },
      log: createLog("silent"),
      clock: systemClock,
    };
  }

  openEngine(): Promise<Engine> {
    return openWarehouse({
      file: this.file,
      stageDirectory: path.join(this.directory, "stage"),
      tempDirectory: path.join(this.directory, "temp"),
    });
  }

  async open(more: Partial<EtlSettings> = {}): Promise<void> {
    this.engine = await this.openEngine();
    this.etl = await openEtl({ ...this.settings(this.engine), ...more });
  }

  async close(): Promise<void> {
    await this.etl.close();
    await this.engine.close();
  }

  /** Rows of the warehouse as a reader of reports sees them. */
  async rows(sql: string): Promise<Value[][]> {
    const { rows } = await this.engine.read({ sql, params: [] }, { timeoutMs: 60_000 });
    return rows.map((row) => [...row]);
  }

  async one(sql: string): Promise<Value | undefined> {
    return (await this.rows(sql))[0]?.[0];
  }

  /** Loads once nothing else on the shared server holds the horizon back. */
  load(mode: "INCREMENTAL" | "FULL" = "INCREMENTAL") {
    return this.etl.run({ mode, requestedBy: "system:test" });
  }
}

/** Opened before and removed after the tests of the calling file. */
export function ownWarehouse(
  database: OwnDatabase,
  more: Partial<EtlSettings> = {},
): TestWarehouse {
  const warehouse = new TestWarehouse(database);
  beforeAll(() => warehouse.open({ settleMs: 10_000, ...more }));
  afterAll(async () => {
    await warehouse.close();
    fs.rmSync(warehouse.directory, { recursive: true, force: true });
  });
  return warehouse;
}
