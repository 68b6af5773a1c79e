import { sql } from "kysely";
import { plain, type Orm } from "../schema/orm.ts";
import type { ETL_MODES, ETL_TRIGGERS } from "../schema/reports/etl-run.entity.ts";

export interface EtlRunRequest {
  readonly mode: (typeof ETL_MODES)[number];
  readonly trigger: (typeof ETL_TRIGGERS)[number];
  /** A principal's name, e.g. `system:schedule`. */
  readonly requestedBy: string;
}

/** Asks for a load of the warehouse; answers the id of the run, the active one where there is one. */
export async function requestEtlRun(orm: Orm, request: EtlRunRequest): Promise<string> {
  const { mode, trigger, requestedBy } = request;
  const { rows } = await sql<{ id: string }>`
    select crm.request_etl_run(${mode}, ${trigger}, ${requestedBy}) as id`.execute(
    plain(orm.em.fork()),
  );
  const [run] = rows;
  if (!run) throw new Error("crm.request_etl_run answered nothing");
  return run.id;
}
