import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import type { Clock } from "../schema/kernel/clock.ts";
import type { Config } from "../schema/kernel/config.ts";
import type { Log } from "../schema/kernel/log.ts";
import type { EtlStep } from "../schema/reports/etl-run.entity.ts";
import type { Engine } from "../warehouse/engine/engine.ts";
import { AppError, conflict, unavailable } from "../schema/kernel/errors.ts";
import { loadAnew, loadIncrement, RebuildNeeded, type Attempt, type Workshop } from "./attempt.ts";
import { Journal, type OnStep } from "./journal.ts";
import { ReconciliationError, type Reconciled } from "./reconcile.ts";
import {
  claimRun,
  comparedToday,
  finishRun,
  recordProgress,
  requestRun,
  takeLock,
  type EtlMode,
  type RunEnd,
  type RunRecord,
  type RunRequest,
} from "./run-log.ts";
import { connectSource, type SourceConfig } from "./source.ts";

export interface EtlSettings {
  /** PostgreSQL as crm_etl. */
  readonly source: SourceConfig;
  readonly engine: Engine;
  readonly config: Pick<Config, "timeZone" | "fiscalStart">;
  readonly log: Log;
  readonly clock: Clock;
  /** Kept with each run. */
  readonly codeVersion?: string;
  /** How long a load waits for transactions that were open when it was asked for; 2,000 ms. */
  readonly settleMs?: number;
  readonly transport?: "pipe" | "file";
}

export interface EtlRequest {
  /** A queued run of crm.etl_run; without it one is requested in the name of `requestedBy`. */
  readonly runId?: string;
  readonly mode: EtlMode;
  readonly requestedBy?: string;
  /** What asks for it; MANUAL. */
  readonly trigger?: RunRequest["trigger"];
  /** Called before each step, and waited for. */
  readonly onProgress?: OnStep;
}

export interface EtlRunSummary {
  readonly runId: string;
  /** Why the warehouse was built anew although an increment was asked for. */
  readonly rebuilt: string | undefined;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly seconds: number;
  readonly steps: readonly EtlStep[];
  readonly reconciliation: readonly Reconciled[];
}

export interface Etl {
  /**
   * Loads the warehouse and keeps the run's record. CONFLICT while another load is at work or when
   * the run named is not queued any more; any other error is recorded with the run and thrown.
   */
  run(request: EtlRequest): Promise<EtlRunSummary>;
  /** Stops the load at work, which leaves the warehouse as it was, and waits for its record. */
  close(): Promise<void>;
}

const lockedElsewhere = (): AppError =>
  conflict({ zh: "另一个进程正在装载数据仓库", en: "Another process is loading the warehouse" });

/** The run named was claimed before, or never existed. */
export class RunNotQueued extends AppError {
  constructor() {
    super("CONFLICT", { zh: "该装载任务已不在排队", en: "This run is not queued any more" });
  }
}

class EtlProcess implements Etl {
  readonly #settings: EtlSettings;
  readonly #workshop: Workshop;
  readonly #closing = new AbortController();
  #scanned = false;
  #working: Promise<unknown> = Promise.resolve();

  constructor(settings: EtlSettings) {
    this.#settings = settings;
    const { source, engine, clock, config, transport } = settings;
    this.#workshop = {
      source,
      engine,
      clock,
      timeZone: config.timeZone,
      fiscalStart: config.fiscalStart,
      settleMs: settings.settleMs ?? 2_000,
      ...(transport ? { transport } : {}),
    };
  }

  run(request: EtlRequest): Promise<EtlRunSummary> {
    const turn = this.#working.then(() => this.#run(request));
    this.#working = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    this.#closing.abort(
      unavailable({ zh: "进程已停止", en: "The process stopped while it was loading" }),
    );
    await this.#working;
  }

  async #run(request: EtlRequest): Promise<EtlRunSummary> {
    const control = await connectSource(this.#settings.source);
    try {
      if (!(await takeLock(control.client))) throw lockedElsewhere();
      const runId =
        request.runId ??
        (await requestRun(control.client, {
          mode: request.mode,
          trigger: request.trigger ?? "MANUAL",
          requestedBy: request.requestedBy ?? "system:cli",
        }));
      const mode = await claimRun(control.client, runId, this.#settings.codeVersion);
      if (!mode) throw new RunNotQueued();
      // A run that was queued already is made to satisfy this request as well.
      const full = mode === "FULL" || request.mode === "FULL";
      return await this.#record(control.client, runId, full, request.onProgress);
    } finally {
      await control.end();
    }
  }

  /** Does the work of a claimed run and writes down how it went, also when it fails. */
  async #record(
    control: pg.Client,
    runId: string,
    full: boolean,
    onProgress: OnStep | undefined,
  ): Promise<EtlRunSummary> {
    const begun = performance.now();
    let window: Pick<RunRecord, "lowXid8" | "highXid8"> = {
      lowXid8: undefined,
      highXid8: undefined,
    };
    const { signal } = this.#closing;
    const journal = new Journal(async (step) => {
      await recordProgress(control, runId, record([]));
      await onProgress?.(step);
      signal.throwIfAborted();
    });
    const record = (reconciliation: readonly Reconciled[]): RunRecord => ({
      ...window,
      rowsRead: journal.rowsRead,
      rowsLoaded: journal.rowsLoaded,
      steps: journal.steps,
      reconciliation,
    });
    const attempt: Attempt = {
      runId,
      journal,
      signal,
      scan: !this.#scanned,
      compareWhole: !(await comparedToday(control)),
      onWindow(lowXid8, highXid8) {
        window = { lowXid8, highXid8 };
      },
    };
    try {
      const { reconciliation, rebuilt } = await this.#load(attempt, full);
      this.#scanned = true;
      await this.#finish(control, runId, record(reconciliation), { status: "SUCCEEDED" });
      const { rowsRead, rowsLoaded, steps } = journal;
      const seconds = Math.round(performance.now() - begun) / 1000;
      this.#settings.log.info(
        { runId, rowsRead, rowsLoaded, seconds, rebuilt },
        "etl run succeeded",
      );
      return { runId, rebuilt, rowsRead, rowsLoaded, seconds, steps, reconciliation };
    } catch (failure) {
      // Whatever a stop has broken, the stop is what happened.
      const error: unknown = signal.aborted ? signal.reason : failure;
      if (signal.aborted) this.#settings.log.info({ runId }, "etl run cancelled by a stop");
      else this.#settings.log.error({ runId, err: error }, "etl run failed");
      const compared = error instanceof ReconciliationError ? error.reconciliation : [];
      const status = signal.aborted ? "CANCELLED" : "FAILED";
      await this.#finish(control, runId, record(compared), { status, error: reason(error) });
      throw error;
    }
  }

  /**
   * A run whose end is not written down would count as active and keep every other from being asked
   * for, so with the database away this goes on until it is back or the process stops.
   */
  async #finish(control: pg.Client, runId: string, record: RunRecord, end: RunEnd): Promise<void> {
    try {
      await finishRun(control, runId, record, end);
      return;
    } catch (failure) {
      this.#settings.log.warn({ runId, err: failure }, "the end of an etl run is not recorded yet");
    }
    for (let wait = 250; !this.#closing.signal.aborted; wait = Math.min(wait * 2, 30_000)) {
      try {
        const { client, end: leave } = await connectSource(this.#settings.source);
        try {
          return await finishRun(client, runId, record, end);
        } finally {
          await leave();
        }
      } catch (failure) {
        this.#settings.log.debug({ runId, err: failure }, "still not recorded");
        await delay(wait, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }

  /** An increment where one is possible, else everything anew. */
  async #load(
    attempt: Attempt,
    full: boolean,
  ): Promise<{ reconciliation: readonly Reconciled[]; rebuilt: string | undefined }> {
    if (full)
      return { reconciliation: await loadAnew(this.#workshop, attempt), rebuilt: undefined };
    try {
      return { reconciliation: await loadIncrement(this.#workshop, attempt), rebuilt: undefined };
    } catch (error) {
      if (!(error instanceof RebuildNeeded)) throw error;
      attempt.journal.note(`rebuild: ${error.message}`);
      this.#settings.log.warn({ runId: attempt.runId, reason: error.message }, "etl rebuilds");
      return { reconciliation: await loadAnew(this.#workshop, attempt), rebuilt: error.message };
    }
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens the loader of one warehouse, and ends the records of runs whose process has died. */
export async function openEtl(settings: EtlSettings): Promise<Etl> {
  const { client, end } = await connectSource(settings.source);
  try {
    await takeLock(client);
  } finally {
    await end();
  }
  return new EtlProcess(settings);
}
