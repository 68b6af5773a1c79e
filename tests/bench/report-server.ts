import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { copyDatabase, dropDatabase } from "../../schema/postgres/create-database.ts";
import type { PostgresServer } from "../../schema/postgres/server.ts";
import { openWarehouse } from "../../warehouse/engine/duckdb.ts";
import { ChildServer } from "./child-server.ts";
import { plant, signInAsBoss } from "./list.ts";
import { generateWarehouse, type Size } from "./warehouse.ts";

/** The product over a generated warehouse, asked by an executive `boss`, who sees every figure. */
export async function withReportServer<T>(
  server: PostgresServer,
  template: string,
  size: Size,
  work: (product: ChildServer) => Promise<T>,
): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-bench-"));
  const warehouse = {
    file: path.join(folder, "warehouse.duckdb"),
    stageDirectory: path.join(folder, "stage"),
    tempDirectory: path.join(folder, "temp"),
  };
  const database = `crm_bench_${randomBytes(4).toString("hex")}`;
  const product = new ChildServer();
  try {
    const engine = await openWarehouse(warehouse);
    await generateWarehouse(engine, size);
    await engine.close();
    await copyDatabase(server, template, database);
    await plant(server, database, "EXECUTIVE");
    const secret = randomBytes(32).toString("base64url");
    await product.start({ kind: "product", server, database, secret, warehouse });
    await signInAsBoss(product);
    return await work(product);
  } finally {
    product.stop();
    await dropDatabase(server, database);
    fs.rmSync(folder, { recursive: true });
  }
}
