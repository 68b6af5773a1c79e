import { Logger, run, type TaskList } from "graphile-worker";
import pg from "pg";
import type { Log } from "../schema/kernel/log.ts";
import { connectionFor } from "../schema/postgres/server.ts";
import type { Database } from "../schema/postgres/open-database.ts";

export interface JobRunner {
  /** Takes no more jobs, tells the running ones to stop by their abort signal, and waits for them. */
  stop(): Promise<void>;
}

/** graphile-worker speaks of each job at its level info, which is our debug. */
const LOG_LEVELS = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;
const CONCURRENT_JOBS = 3;
/** Running jobs may finish for so long before they are aborted; a stop takes 10 s at most in all. */
const GRACE_MS = 2_000;

/** Runs the queue as crm_jobs. One process a database does; jobs that a dead one held are free at once. */
export async function startJobRunner(
  database: Database,
  taskList: TaskList,
  log: Log,
): Promise<JobRunner> {
  const pool = new pg.Pool({
    ...connectionFor(database.server, "crm_jobs", database.name),
    max: CONCURRENT_JOBS + 2,
  });
  // A lost connection fails the query that uses it; graphile-worker retries.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await freeHeldJobs(pool);
    const runner = await run({
      pgPool: pool,
      taskList,
      concurrency: CONCURRENT_JOBS,
      noHandleSignals: true,
      logger: new Logger(() => (level, message) => {
        log[LOG_LEVELS[level]]({ part: "jobs" }, message);
      }),
      preset: { worker: { gracefulShutdownAbortTimeout: GRACE_MS } },
    });
    return {
      async stop() {
        await runner.stop();
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** A job of a process that was killed stays locked for four hours unless somebody frees it. */
async function freeHeldJobs(pool: pg.Pool): Promise<void> {
  await pool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
  );
}
