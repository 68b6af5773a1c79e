import { setTimeout as delay } from "node:timers/promises";
import { sql } from "kysely";
import { conflict, unavailable } from "../../schema/kernel/errors.ts";
import { terminal } from "../../schema/kernel/log.ts";
import { plain } from "../../schema/orm.ts";
import type { EtlReconciliation, EtlStep } from "../../schema/reports/etl-run.entity.ts";

import type { Installation } from "../installation.ts";
import { openInstallationEtl } from "../main.ts";
import { requestEtlRun } from "../reports/etl-run.service.ts";
import { openWarehouseOf } from "../warehouse-file.ts";
import { CLI } from "./command.ts";

/** What a person is told of a finished load. */
export interface LoadReport {
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly seconds: number;
  readonly reconciliation: readonly EtlReconciliation[];
}

export type LoadMode = "INCREMENTAL" | "FULL";

/**
 * Loads the warehouse. The file has one owner: where a server runs, it is asked to and followed;
 * otherwise this process opens the file itself. Throws when the load fails.
 */
export const loadWarehouse = (installation: Installation, mode: LoadMode): Promise<LoadReport> =>
  installation.server?.role === "server"
    ? followServer(installation, mode)
    : loadHere(installation, mode);

async function loadHere(installation: Installation, mode: LoadMode): Promise<LoadReport> {
  const engine = await openWarehouseOf(installation.config);
  try {
    const etl = await openInstallationEtl(installation, engine);
    const onProgress = (step: string): void => terminal.progress(`${step} …`);
    return await etl.run({ mode, requestedBy: "system:cli", onProgress });
  } finally {
    terminal.progressDone();
    await engine.close();
  }
}

const LOOK_EVERY_MS = 300;

interface RunRow {
  readonly mode: LoadMode;
  readonly status: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
  readonly rows_read: string;
  readonly rows_loaded: string;
  readonly seconds: string | null;
  readonly steps: readonly EtlStep[];
  readonly reconciliation: readonly EtlReconciliation[];
  readonly error: string | null;
}

async function followServer(installation: Installation, mode: LoadMode): Promise<LoadReport> {
  const { orm } = installation;
  const work = { em: orm.em.fork(), principal: CLI, requestId: "cli" };
  const id = await requestEtlRun(work, mode);
  for (;;) {
    const run = await readRun(installation, id);
    if (run.mode !== mode && mode === "FULL") {
      throw conflict({
        zh: "正在进行增量装载，请在其结束后再试",
        en: "An increment is being loaded; try again when it has ended",
      });
    }
    if (run.status === "QUEUED" || run.status === "RUNNING") {
      terminal.progress(`${run.steps.at(-1)?.name ?? "waiting for the server"} …`);
      await delay(LOOK_EVERY_MS);
      continue;
    }
    terminal.progressDone();
    if (run.status !== "SUCCEEDED") {
      const reason = run.error ?? run.status;
      throw unavailable({ zh: `装载失败：${reason}`, en: `The load failed: ${reason}` });
    }
    return {
      rowsRead: Number(run.rows_read),
      rowsLoaded: Number(run.rows_loaded),
      seconds: Number(run.seconds ?? 0),
      reconciliation: run.reconciliation,
    };
  }
}

async function readRun({ orm }: Installation, id: string): Promise<RunRow> {
  const { rows } = await sql<RunRow>`
    select mode, status, rows_read, rows_loaded, steps, reconciliation, error,
      round(extract(epoch from finished_at - started_at), 3) as seconds
    from crm.etl_run where id = ${id}::uuid`.execute(plain(orm.em.fork()));
  const [run] = rows;
  if (!run) throw new Error(`run ${id} has disappeared`);
  return run;
}
