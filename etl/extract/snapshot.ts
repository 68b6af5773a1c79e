import type pg from "pg";

/** What one REPEATABLE READ transaction saw of the source. */
export interface Snapshot {
  /** The oldest transaction that was still running: everything below it is finished for good. */
  readonly high: bigint;
  /** The source's clock at the snapshot, ISO 8601. */
  readonly takenAt: string;
  /** Which database this is; a restored, cloned or other one answers differently. */
  readonly identity: string;
}

const IDENTITY = `
  select s.system_identifier || '/' || c.timeline_id || '/' || d.oid || '/' || e.epoch
  from pg_control_system() s, pg_control_checkpoint() c, pg_database d, crm.restore_epoch e
  where d.datname = current_database()`;

const UTC_NOW = `to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const SNAPSHOT = `
  select pg_snapshot_xmin(s)::text as high,
         ${UTC_NOW} as taken_at,
         (${IDENTITY}) as identity
  from pg_current_snapshot() s`;

/**
 * Opens the transaction in which every source is read. Rows by time of change would lose what
 * commits late; rows by transaction id below the oldest one running cannot.
 */
export async function openSnapshot(client: pg.Client): Promise<Snapshot> {
  await client.query("begin isolation level repeatable read read only");
  // Servers write times and floats by their own settings: the COPY needs the same text everywhere.
  await client.query(
    "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0",
  );
  const { rows } = await client.query<Record<"high" | "taken_at" | "identity", string>>(SNAPSHOT);
  const [seen] = rows;
  if (!seen?.identity) throw new Error("The source does not tell which database it is");
  return {
    high: BigInt(seen.high),
    takenAt: seen.taken_at,
    identity: seen.identity,
  };
}

/** A moment of the source: everything committed before `at` has a transaction number below `next`. */
export interface Moment {
  readonly at: string;
  readonly next: bigint;
}

/**
 * Waits until the transactions that run now have ended, at most `limitMs`: a load that somebody
 * asks for then holds all that was committed before, although a short transaction is still open.
 * A long one is not waited for; its rows and those of younger transactions come with a later load.
 * Answers the moment of the call: once a snapshot's `high` has reached `next`, it is complete up to `at`.
 */
export async function settle(client: pg.Client, limitMs: number): Promise<Moment> {
  const { rows } = await client.query<{ at: string; next: string }>(
    `select ${UTC_NOW} as at, pg_snapshot_xmax(pg_current_snapshot())::text as next`,
  );
  const [moment] = rows;
  if (!moment) throw new Error("The source does not tell its time");
  const deadline = performance.now() + limitMs;
  for (;;) {
    const { rows: answer } = await client.query<{ ended: boolean }>(
      "select pg_snapshot_xmin(pg_current_snapshot()) >= $1::xid8 as ended",
      [moment.next],
    );
    if (answer[0]?.ended || performance.now() >= deadline) break;
    await client.query("select pg_sleep(0.01)");
  }
  return { at: moment.at, next: BigInt(moment.next) };
}
