import type { TaskList } from "graphile-worker";
import { sql } from "kysely";
import { openEtl, type Etl } from "../etl/etl.ts";
import { etlTasks } from "../etl/job.ts";
import { startSchedule } from "../etl/scheduler.ts";
import { publicUrlOf, type Config } from "../schema/kernel/config.ts";
import type { Log } from "../schema/kernel/log.ts";
import { plain, type Orm } from "../schema/orm.ts";
import { connectionFor } from "../schema/postgres/server.ts";
import type { Engine } from "../warehouse/engine/engine.ts";
import { passwordResetTasks } from "./access/password-reset.job.ts";
import { seedUntouched, type Seeded } from "./demo/seed.ts";
import { openInstallation, type Installation } from "./installation.ts";
import { startJobRunner } from "./job-runner.ts";
import { ChangeFeed } from "./live/changes.ts";
import { openMailer } from "./mail/mailer.ts";
import { Opened } from "./opened.ts";
import { startHttp } from "./server/http.ts";
import { productVersion } from "./server/product-version.ts";
import { openWarehouseOf } from "./warehouse-file.ts";

export interface StartOptions {
  readonly log: Log;
  /** Tells a person what is being done. */
  readonly onStep?: (step: string) => void;
}

/** The whole product in this process: database, warehouse, jobs, schedule, API and web application. */
export interface RunningCrm {
  readonly address: string;
  readonly installation: Installation;
  /** The demo company, where this start has made it. */
  readonly seeded: Seeded | undefined;
  /** Takes no more work, finishes what is running, closes everything; in that order. */
  stop(): Promise<void>;
}

/** Starts everything; CONFLICT where another process has the data directory. A failure undoes what had started. */
export async function startCrm(config: Config, options: StartOptions): Promise<RunningCrm> {
  const { log, onStep = () => undefined } = options;
  const opened = new Opened();
  try {
    const installation = opened.add(
      await openInstallation(config, { command: "start", role: "server", log, onStep }),
    );
    const seeded = await seedUntouched(installation, onStep);
    onStep("opening the warehouse");
    const engine = await openEngine(installation);
    if (engine) opened.add(engine);
    opened.add(await startBackground(installation, engine));
    onStep("starting the server");
    const { orm, config: complete, clock } = installation;
    const changes = opened.add(await openChanges(installation));
    const http = opened.add(
      await startHttp({ orm, config: complete, warehouse: engine, changes, log, clock }),
    );
    return { address: http.address, installation, seeded, stop: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** Reports need the warehouse, the rest of the CRM does not: without it the server starts degraded. */
async function openEngine({ config, log }: Installation): Promise<Engine | undefined> {
  try {
    return await openWarehouseOf(config);
  } catch (error) {
    log.error({ err: error }, "the warehouse cannot be opened; reports are not available");
    return undefined;
  }
}

/** Jobs; and where there is a warehouse, the timetable of its loads and a first one. */
async function startBackground(
  installation: Installation,
  engine: Engine | undefined,
): Promise<{ close(): Promise<void> }> {
  const { orm, config, log, database } = installation;
  const etl = engine && (await openInstallationEtl(installation, engine));
  const mail = mailTasks(installation);
  const tasks = { ...(etl ? etlTasks(etl) : {}), ...mail.tasks };
  const runner =
    Object.keys(tasks).length > 0 ? await startJobRunner(database, tasks, log) : undefined;
  const schedule =
    etl &&
    startSchedule({
      cron: config.etlCron,
      timeZone: config.timeZone,
      request: () => requestScheduledLoad(orm),
      log,
    });
  if (etl) loadAtStart(etl, log);
  return {
    async close() {
      await schedule?.stop();
      await Promise.all([runner?.stop(), etl?.close()]);
      await mail.close();
    },
  };
}

/** The jobs that send mails; none without a server for them. */
function mailTasks({ orm, config, clock }: Installation): {
  tasks: TaskList;
  close(): Promise<void>;
} {
  const mailer = openMailer(config);
  if (!mailer) return { tasks: {}, close: () => Promise.resolve() };
  const publicUrl = publicUrlOf(config);
  return {
    tasks: passwordResetTasks({ orm, mailer, clock, publicUrl }),
    close: () => mailer.close(),
  };
}

/**
 * Catches up in the background. Not by way of the queue: a run that a killed process left behind
 * counts as active there until somebody takes the right to load.
 */
function loadAtStart(etl: Etl, log: Log): void {
  const request = { mode: "INCREMENTAL", trigger: "START", requestedBy: "system:start" } as const;
  etl.run(request).catch((error: unknown) => {
    // The load itself has told of the failure in full.
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ reason }, "the first load did not succeed; the timetable tries again");
  });
}

async function requestScheduledLoad(orm: Orm): Promise<void> {
  await sql`select crm.request_etl_run('INCREMENTAL', 'SCHEDULE', 'system:schedule')`.execute(
    plain(orm.em.fork()),
  );
}

/** What all processes of an installation tell each other. */
export const openChanges = ({ database, log }: Installation): Promise<ChangeFeed> =>
  ChangeFeed.open(connectionFor(database.server, "crm_app", database.name), log);

/** The loader of an installation, reading as crm_etl. */
export const openInstallationEtl = (
  { config, log, clock, database }: Installation,
  engine: Engine,
): Promise<Etl> =>
  openEtl({
    source: connectionFor(database.server, "crm_etl", database.name),
    engine,
    config,
    log,
    clock,
    codeVersion: productVersion(),
  });
