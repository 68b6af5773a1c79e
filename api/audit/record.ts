import { sql } from "kysely";
import { plain, type Em } from "../../schema/orm.ts";
import { principalName, principalUserId, type Principal } from "../../schema/kernel/principal.ts";
import { sealPersonal, type Told } from "./personal-values.ts";

/** Who acts, and by which request: the part of a command's work that the audit log keeps. */
export interface Actor {
  readonly principal: Principal;
  readonly requestId?: string;
  /** Network address of the caller; absent for commands and jobs. */
  readonly address?: string;
}

/** One line of the audit log: what was done to which record, with the values that changed. */
export interface AuditRecord extends Told {
  /** `resource:action` or the name of an event such as `session:sign-in`. */
  readonly action: string;
  readonly resource: string;
}

/** Writes an entry in the transaction of the change itself, which must be in command mode. */
export const recordAudit = (tx: Em, actor: Actor, record: AuditRecord): Promise<void> =>
  recordAudits(tx, actor, record, [record]);

/** Many entries about records of one resource, in one statement. */
export async function recordAudits(
  tx: Em,
  actor: Actor,
  { action, resource }: Pick<AuditRecord, "action" | "resource">,
  told: readonly Told[],
): Promise<void> {
  if (told.length === 0) return;
  const entries = await sealPersonal(tx, resource, told);
  const written = entries.map(({ recordId, before, after }) => ({
    record_id: recordId ?? null,
    before: before ?? null,
    after: after ?? null,
  }));
  await sql`insert into crm.audit_entry
      (principal, user_id, action, resource, record_id, before, after, request_id, address)
    select ${principalName(actor.principal)}, ${principalUserId(actor.principal)}::uuid,
      ${action}, ${resource}, r.record_id, r.before, r.after,
      ${actor.requestId ?? null}, ${actor.address ?? null}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as r(record_id uuid, before jsonb, after jsonb)`.execute(plain(tx));
}
