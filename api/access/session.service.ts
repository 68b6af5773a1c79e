import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import type { Clock } from "../../schema/kernel/clock.ts";
import { notFound } from "../../schema/kernel/errors.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit, type Actor } from "../audit/record.ts";
import { isUuid } from "../lists/uuid.ts";
import { deviceOf } from "./device.ts";
import { can } from "./policy.ts";
import { endOtherSessions, endSession } from "./sessions.ts";
import type { UserSessionType } from "./session.type.ts";

type SessionWork = Actor & { readonly em: Em; readonly clock: Clock };

/** Far more than anybody has devices. */
const MOST = 200;

/** The sessions of a user that are open, the one used last first. Who may see them is the caller's question. */
export async function sessionsOf(
  { em, clock }: Pick<SessionWork, "em" | "clock">,
  userId: string,
  currentId: string | undefined,
): Promise<UserSessionType[]> {
  if (!isUuid(userId)) return [];
  return em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<Omit<UserSessionType, "device">>`
      select id, user_agent as "userAgent", address, created_at as "createdAt",
        rotated_at as "lastUsedAt", expires_at as "expiresAt",
        id is not distinct from ${currentId ?? null}::uuid as current
      from crm.user_session
      where user_id = ${userId}::uuid and revoked_at is null and expires_at > ${clock.now()}
      order by rotated_at desc, id desc limit ${MOST}`.execute(plain(tx));
    return rows.map((row) => ({ ...row, device: deviceOf(row.userAgent) }));
  });
}

/**
 * Ends a session of one's own, or anybody's with the right to change users.
 * Errors: NOT_FOUND, also for a session of somebody else.
 */
export async function endOneSession(
  work: SessionWork,
  viewer: UserPrincipal,
  id: string,
): Promise<void> {
  const missing = notFound({ zh: "会话", en: "Session" });
  if (!isUuid(id)) throw missing;
  await work.em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ user_id: string }>`select user_id from crm.user_session
      where id = ${id}::uuid and revoked_at is null and expires_at > ${work.clock.now()}`.execute(
      plain(tx),
    );
    const owner = rows[0]?.user_id;
    const permitted = owner === viewer.id || can(viewer, "user:update");
    if (owner === undefined || !permitted) throw missing;
    await endSession(tx, id, work.clock.now());
    await recordAudit(tx, work, { action: "session:end", resource: "user", recordId: owner });
  });
}

/** Ends all sessions of a user but `keep`, and says how many there were. */
export async function endSessionsOf(
  work: SessionWork,
  userId: string,
  keep?: string,
): Promise<number> {
  if (!isUuid(userId)) throw notFound({ zh: "用户", en: "User" });
  return work.em.transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql`select from crm.app_user where id = ${userId}::uuid`.execute(
      plain(tx),
    );
    if (rows.length === 0) throw notFound({ zh: "用户", en: "User" });
    const ended = await endOtherSessions(tx, userId, keep, work.clock.now());
    await recordAudit(tx, work, {
      action: keep === undefined ? "session:endAll" : "session:endOthers",
      resource: "user",
      recordId: userId,
      after: { ended },
    });
    return ended;
  });
}
