import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createStatements } from "../../../warehouse/ddl.ts";
import { openWarehouse } from "../../../warehouse/engine/duckdb.ts";
import type { Engine } from "../../../warehouse/engine/engine.ts";
import { TABLES } from "../../../warehouse/tables.ts";

export interface OwnWarehouse extends AsyncDisposable {
  readonly engine: Engine;
  readonly directory: string;
  readonly file: string;
  /** Closes and opens the same file again. */
  reopen(): Promise<Engine>;
}

export const locationIn = (directory: string) => ({
  file: path.join(directory, "crm.duckdb"),
  stageDirectory: path.join(directory, "stage"),
  tempDirectory: path.join(directory, "temp"),
  memoryLimit: "512MB",
});

/** A real warehouse file of one test, removed with it. */
export async function ownWarehouse(): Promise<OwnWarehouse> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "crm-warehouse-"));
  const location = locationIn(directory);
  let engine = await openWarehouse(location);
  return {
    get engine() {
      return engine;
    },
    directory,
    file: path.join(directory, "crm.1.duckdb"),
    async reopen() {
      await engine.close();
      engine = await openWarehouse(location);
      return engine;
    },
    async [Symbol.asyncDispose]() {
      await engine.close();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The same with all tables and their reserved members. */
export async function ownStarSchema(): Promise<OwnWarehouse> {
  const warehouse = await ownWarehouse();
  await warehouse.engine.write(async (writer) => {
    for (const statement of createStatements(TABLES)) await writer.run(statement);
  });
  return warehouse;
}
