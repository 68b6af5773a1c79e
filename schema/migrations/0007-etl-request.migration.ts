import { sqlMigration } from "./sql-migration.ts";

/** How anybody asks for a load of the warehouse without a right on the runs or the queue. */
export const ETL_REQUEST = sqlMigration(
  "0007-etl-request",
  `
create function crm.request_etl_run(mode text, trigger text, requested_by text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  run uuid;
begin
  loop
    select r.id into run from crm.etl_run r where r.status in ('QUEUED', 'RUNNING');
    if found then
      return run;
    end if;
    -- Of several that ask at once one inserts, the others wait for it and find its run in the next round.
    insert into crm.etl_run (mode, trigger, requested_by)
    values (request_etl_run.mode, request_etl_run.trigger, request_etl_run.requested_by)
    on conflict ((true)) where (status in ('QUEUED', 'RUNNING')) do nothing
    returning id into run;
    if found then
      perform queue.enqueue('etl.run', json_build_object('runId', run), job_key := 'etl.run:' || run);
      return run;
    end if;
  end loop;
end $$;
comment on function crm.request_etl_run is 'The run that is queued or running, else a new one with its job in the same transaction.';
revoke execute on function crm.request_etl_run from public;
grant execute on function crm.request_etl_run to crm_app, crm_etl;
`,
  `drop function crm.request_etl_run;`,
);
