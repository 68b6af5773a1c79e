import { openEtl } from "../../etl/etl.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import { createLog } from "../../schema/kernel/log.ts";
import { openWarehouse } from "../../warehouse/engine/duckdb.ts";
import type { Engine } from "../../warehouse/engine/engine.ts";
import type { SourceConfig } from "../../etl/source.ts";

/** What the test tells the process that is going to die. */
export interface Orders {
  readonly source: SourceConfig;
  readonly directory: string;
  readonly mode: "INCREMENTAL" | "FULL";
  /** Step before which it kills itself; COMMITTED is the moment after the commit. */
  readonly dieAt: string;
}
export const COMMITTED = "committed";

const orders = JSON.parse(process.argv[2] ?? "{}") as Orders;
const die = (): void => {
  process.kill(process.pid, "SIGKILL");
};

const engine = await openWarehouse({
  file: `${orders.directory}/crm.duckdb`,
  stageDirectory: `${orders.directory}/stage`,
  tempDirectory: `${orders.directory}/temp`,
});
const dying: Engine = Object.create(engine, {
  write: {
    value: async <T>(work: Parameters<Engine["write"]>[0]): Promise<T> => {
      const answer = await engine.write(work);
      if (orders.dieAt === COMMITTED) die();
      return answer as T;
    },
  },
  rebuild: { value: (build: Parameters<Engine["rebuild"]>[0]) => engine.rebuild(build) },
}) as Engine;
const etl = await openEtl({
  source: orders.source,
  engine: dying,
  config: { timeZone: "Asia/Shanghai", fiscalStart: 4 },
  log: createLog("silent"),
  clock: systemClock,
});
process.stdout.write("open\n");
await etl.run({
  mode: orders.mode,
  onProgress(step) {
    if (step === orders.dieAt) die();
  },
});
await engine.close();
