import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { plain, type Em } from "../../schema/orm.ts";
import type { Tokens } from "./tokens.ts";

/** A session that nobody refreshes ends by itself. */
const IDLE_MS = 14 * 24 * 60 * 60 * 1000;
/** Two tabs may refresh with one token at nearly the same time. */
const GRACE_SECONDS = 10;

/** Where a sign-in came from, so that people recognise their sessions. */
export interface Origin {
  readonly userAgent: string | undefined;
  readonly address: string;
}

export interface RefreshToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** A session that was just refreshed; without a token the other tab has taken the new one already. */
export interface Refreshed {
  readonly userId: string;
  readonly sessionId: string;
  readonly refresh?: RefreshToken;
}

interface SessionRow {
  readonly user_id: string;
  readonly refresh_hash: string;
  readonly previous_hash: string | null;
  /** Whether the current token is so new that another tab may not know it yet. */
  readonly fresh: boolean;
  readonly open: boolean;
}

/** Begins a session. Needs command mode. */
export async function openSession(
  tx: Em,
  tokens: Tokens,
  userId: string,
  origin: Origin,
  now: Date,
): Promise<{ sessionId: string; refresh: RefreshToken }> {
  const { rows } = await sql<{ id: string }>`select uuidv7()::text as id`.execute(plain(tx));
  const sessionId = rows[0]?.id ?? "";
  const { token, digest } = tokens.refresh(sessionId);
  const expiresAt = new Date(now.getTime() + IDLE_MS);
  await sql`insert into crm.user_session
      (id, user_id, refresh_hash, rotated_at, expires_at, user_agent, address, created_at)
    values (${sessionId}::uuid, ${userId}::uuid, ${digest}, ${now}, ${expiresAt},
      ${origin.userAgent?.slice(0, 500) ?? null}, ${origin.address.slice(0, 64)}, ${now})`.execute(
    plain(tx),
  );
  return { sessionId, refresh: { token, expiresAt } };
}

/**
 * Takes a refresh token for a new one. A token that was replaced more than ten seconds ago is in two hands:
 * the session ends. Undefined where the token opens nothing.
 */
export async function refreshSession(
  em: Em,
  tokens: Tokens,
  token: string,
  now: Date,
): Promise<Refreshed | undefined> {
  const claims = tokens.readRefresh(token);
  if (!claims) return undefined;
  const { sessionId, digest } = claims;
  return em.transactional(async (tx) => {
    await commandMode(tx);
    const session = await lockSession(tx, sessionId, now);
    if (!session?.open) return undefined;
    const userId = session.user_id;
    if (digest === session.refresh_hash) {
      return { userId, sessionId, refresh: await rotate(tx, tokens, sessionId, now) };
    }
    if (digest === session.previous_hash && session.fresh) return { userId, sessionId };
    await endSession(tx, sessionId, now);
    return undefined;
  });
}

/** Ends a session; its tokens open nothing from now on. Needs command mode. */
export async function endSession(tx: Em, sessionId: string, now: Date): Promise<void> {
  await sql`update crm.user_session set revoked_at = ${now}
    where id = ${sessionId}::uuid and revoked_at is null`.execute(plain(tx));
}

/** Ends all sessions of a user but one, and says how many were open. Needs command mode. */
export async function endOtherSessions(
  tx: Em,
  userId: string,
  keep: string | undefined,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ open: boolean }>`update crm.user_session set revoked_at = ${now}
    where user_id = ${userId}::uuid and revoked_at is null
      and id is distinct from ${keep ?? null}::uuid
    returning expires_at > ${now} as open`.execute(plain(tx));
  return rows.filter(({ open }) => open).length;
}

async function lockSession(tx: Em, sessionId: string, now: Date): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.user_id, s.refresh_hash, s.previous_hash,
      (s.rotated_at >= ${now}::timestamptz - make_interval(secs => ${GRACE_SECONDS})) as fresh,
      (s.revoked_at is null and s.expires_at > ${now} and u.active) as open
    from crm.user_session s join crm.app_user u on u.id = s.user_id
    where s.id = ${sessionId}::uuid
    for update of s`.execute(plain(tx));
  return rows[0];
}

async function rotate(tx: Em, tokens: Tokens, sessionId: string, now: Date): Promise<RefreshToken> {
  const { token, digest } = tokens.refresh(sessionId);
  const expiresAt = new Date(now.getTime() + IDLE_MS);
  await sql`update crm.user_session
    set previous_hash = refresh_hash, refresh_hash = ${digest}, rotated_at = ${now},
      expires_at = ${expiresAt}
    where id = ${sessionId}::uuid`.execute(plain(tx));
  return { token, expiresAt };
}
