import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { principalName } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { FloodGate } from "./flood-gate.ts";
import { recordAudit, type Actor, type AuditRecord } from "./record.ts";

const denials = new FloodGate();
const failures = new FloodGate();

/** Nobody has signed in yet. */
const SIGN_IN = { kind: "system", name: "sign-in" } as const;

/** Why: the password (or login) is wrong, the second factor is, or too many attempts went before. */
export type FailedSignIn = "WRONG" | "WRONG_CODE" | "THROTTLED";

/** A refusal for want of a permission: who wanted what. */
export async function recordDenial(
  em: Em,
  actor: Actor,
  operation: string,
  recordId: string | null,
): Promise<void> {
  const held = denials.admit(principalName(actor.principal));
  if (held === undefined) return;
  await record(em, actor, {
    action: "access:denied",
    resource: "user",
    recordId: actor.principal.kind === "user" ? actor.principal.id : null,
    after: { operation, ...(recordId === null ? {} : { recordId }), ...told(held) },
  });
}

/**
 * A sign-in that failed, or was not even tried because of earlier ones. The text given as login is kept only where
 * it is one: people type their password there.
 */
export async function recordFailedSignIn(
  em: Em,
  attempt: { readonly login: string; readonly address: string; readonly requestId: string },
  reason: FailedSignIn,
): Promise<void> {
  const held = failures.admit(attempt.address);
  if (held === undefined) return;
  const { rows } = await sql<{ id: string; login: string }>`select id, login from crm.app_user
    where lower(login) = lower(${attempt.login})`.execute(plain(em));
  const [user] = rows;
  const actor = { principal: SIGN_IN, requestId: attempt.requestId, address: attempt.address };
  await record(em, actor, {
    action: "session:signInFailed",
    resource: "user",
    recordId: user?.id ?? null,
    after: { login: user?.login ?? null, reason, ...told(held) },
  });
}

const told = (held: number): { readonly heldBack?: number } =>
  held === 0 ? {} : { heldBack: held };

const record = (em: Em, actor: Actor, entry: AuditRecord): Promise<void> =>
  em.fork().transactional(async (tx) => {
    await commandMode(tx);
    await recordAudit(tx, actor, entry);
  });
