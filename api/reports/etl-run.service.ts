import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { forbidden } from "../../schema/kernel/errors.ts";
import { principalName } from "../../schema/kernel/principal.ts";
import type { EtlRun } from "../../schema/reports/etl-run.entity.ts";
import { plain } from "../../schema/orm.ts";
import { can } from "../access/policy.ts";
import { recordAudit } from "../audit/record.ts";
import type { Work } from "../server/context.ts";

/**
 * Asks for a load and answers the id of the run at once; where one waits or works already, it is that one.
 * Errors: FORBIDDEN.
 */
export async function requestEtlRun(
  work: Omit<Work, "clock">,
  mode: EtlRun["mode"],
): Promise<string> {
  if (!can(work.principal, "etl:run")) throw forbidden();
  return work.em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ id: string }>`
      select crm.request_etl_run(${mode}, 'MANUAL', ${principalName(work.principal)}) as id`.execute(
      plain(tx),
    );
    const id = rows[0]?.id;
    if (id === undefined) throw new Error("no run was given");
    await recordAudit(tx, work, {
      action: "etl:run",
      resource: "etl",
      recordId: id,
      after: { mode },
    });
    return id;
  });
}
