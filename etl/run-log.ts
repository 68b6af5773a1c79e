import type pg from "pg";
import type { EtlStep } from "../schema/reports/etl-run.entity.ts";
import type { Reconciled } from "./reconcile.ts";

export type EtlMode = "INCREMENTAL" | "FULL";

/** Any constant of our own: whoever loads the warehouse of this database holds it. */
const ETL_LOCK = 7_306_003;
const MAX_ERROR = 4_000;

/** What is known of a run while it works and when it ends. */
export interface RunRecord {
  readonly lowXid8: bigint | undefined;
  readonly highXid8: bigint | undefined;
  readonly rowsRead: number;
  readonly rowsLoaded: number;
  readonly steps: readonly EtlStep[];
  readonly reconciliation: readonly Reconciled[];
}

/** How a run ended; an error belongs to every end but success. */
export interface RunEnd {
  readonly status: "SUCCEEDED" | "FAILED" | "CANCELLED";
  readonly error?: string;
}

export interface RunRequest {
  readonly mode: EtlMode;
  readonly trigger: "SCHEDULE" | "MANUAL" | "START";
  readonly requestedBy: string;
}

/** Asks for a run: the active one, or a new one with its job. Answers its id. */
export async function requestRun(client: pg.ClientBase, request: RunRequest): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select crm.request_etl_run($1, $2, $3) as id",
    [request.mode, request.trigger, request.requestedBy],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("crm.request_etl_run answered nothing");
  return id;
}

/**
 * Takes the right to load, which lasts until the connection ends; false while another process has it.
 * A run that says RUNNING although nobody had the right was left by a process that died.
 */
export async function takeLock(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    "select pg_try_advisory_lock($1) as taken",
    [ETL_LOCK],
  );
  if (!rows[0]?.taken) return false;
  await client.query(
    `update crm.etl_run set status = 'FAILED', finished_at = clock_timestamp(),
       error = 'The process that ran it ended; the next run loads what is missing'
     where status = 'RUNNING'`,
  );
  return true;
}

/** Makes a queued run ours; undefined when it is not queued any more. */
export async function claimRun(
  client: pg.ClientBase,
  id: string,
  codeVersion: string | undefined,
): Promise<EtlMode | undefined> {
  const { rows } = await client.query<{ mode: EtlMode }>(
    `update crm.etl_run set status = 'RUNNING', started_at = clock_timestamp(), code_version = $2
     where id = $1 and status = 'QUEUED' returning mode`,
    [id, codeVersion ?? null],
  );
  return rows[0]?.mode;
}

const recordParams = (id: string, record: RunRecord): unknown[] => [
  id,
  record.lowXid8 === undefined ? null : String(record.lowXid8),
  record.highXid8 === undefined ? null : String(record.highXid8),
  record.rowsRead,
  record.rowsLoaded,
  JSON.stringify(record.steps),
  JSON.stringify(record.reconciliation),
];
const RECORD =
  "low_xid8 = $2, high_xid8 = $3, rows_read = $4, rows_loaded = $5, steps = $6, reconciliation = $7";

/** Lets whoever watches see how far the run is. */
export async function recordProgress(
  client: pg.ClientBase,
  id: string,
  record: RunRecord,
): Promise<void> {
  await client.query(`update crm.etl_run set ${RECORD} where id = $1`, recordParams(id, record));
}

/** Writes the end of a run. */
export async function finishRun(
  client: pg.ClientBase,
  id: string,
  record: RunRecord,
  { status, error }: RunEnd,
): Promise<void> {
  await client.query(
    `update crm.etl_run set ${RECORD}, status = $8, error = $9, finished_at = clock_timestamp() where id = $1`,
    [...recordParams(id, record), status, error?.slice(0, MAX_ERROR) ?? null],
  );
}

/** Whether everything has been compared within the last day. */
export async function comparedToday(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ compared: boolean }>(
    `select exists (select from crm.etl_run where status = 'SUCCEEDED'
       and finished_at > now() - interval '1 day'
       and reconciliation @> '[{"extent": "WHOLE"}]') as compared`,
  );
  return rows[0]?.compared ?? false;
}
