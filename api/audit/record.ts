import { sql } from "kysely";
import { plain, type Em } from "../../schema/orm.ts";
import { principalName, principalUserId, type Principal } from "../../schema/kernel/principal.ts";

/** Who acts, and by which request: the part of a command's work that the audit log keeps. */
export interface Actor {
  readonly principal: Principal;
  readonly requestId?: string;
  /** Network address of the caller; absent for commands and jobs. */
  readonly address?: string;
}

/** One line of the audit log: what was done to which record, with the values that changed. */
export interface AuditRecord {
  /** `resource:action` or the name of an event such as `session:sign-in`. */
  readonly action: string;
  readonly resource: string;
  readonly recordId?: string | null;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
}

/** Writes an entry in the transaction of the change itself, which must be in command mode. */
export async function recordAudit(tx: Em, actor: Actor, record: AuditRecord): Promise<void> {
  const json = (values: AuditRecord["before"]): string | null =>
    values ? JSON.stringify(values) : null;
  await sql`insert into crm.audit_entry
      (principal, user_id, action, resource, record_id, before, after, request_id, address)
    values (${principalName(actor.principal)}, ${principalUserId(actor.principal)}::uuid,
      ${record.action}, ${record.resource}, ${record.recordId ?? null}::uuid,
      ${json(record.before)}::jsonb, ${json(record.after)}::jsonb,
      ${actor.requestId ?? null}, ${actor.address ?? null})`.execute(plain(tx));
}
