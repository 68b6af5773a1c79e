import path from "node:path";
import type { Config } from "../schema/kernel/config.ts";
import { openWarehouse } from "../warehouse/engine/duckdb.ts";
import type { Engine } from "../warehouse/engine/engine.ts";

/** Opens the installation's warehouse; UNAVAILABLE where another process holds it. */
export const openWarehouseOf = (config: Config): Promise<Engine> =>
  openWarehouse({
    file: config.warehouse.file,
    stageDirectory: path.join(config.dataDir, "stage"),
    tempDirectory: path.join(config.dataDir, "temp"),
  });
