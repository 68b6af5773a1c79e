/**
 * Run as crm_jobs after graphile-worker's own migrations. `queue.enqueue` is the only door of the
 * other roles to the queue: graphile-worker's tables have row level security without policies, so
 * that only their owner gets in. Idempotent.
 */
export const QUEUE_SQL = `
create schema if not exists queue;
revoke all on schema queue from public;
grant usage on schema queue to crm_owner, crm_app, crm_etl;
create or replace function queue.enqueue(
  task text, payload json, job_key text default null, run_at timestamptz default null,
  queue_name text default null, max_attempts integer default null, job_key_mode text default null
) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select (graphile_worker.add_job(
    task, payload, queue_name := queue_name, run_at := run_at, max_attempts := max_attempts,
    job_key := job_key, job_key_mode := coalesce(job_key_mode, 'replace'))).id
$$;
comment on function queue.enqueue is 'Adds a job; with job_key_mode unsafe_dedupe an existing job of that key stays as it is.';
revoke execute on function queue.enqueue from public;
grant execute on function queue.enqueue to crm_owner, crm_app, crm_etl;
`;
