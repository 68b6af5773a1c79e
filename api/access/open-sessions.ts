import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { plain, type Orm } from "../../schema/orm.ts";
import { openKeys } from "./api-keys.ts";
import type { Claims } from "./claims.ts";

/** Tells which claims are still good, in one look however many sockets are open. */
export async function stillOpen(
  orm: Orm,
  claims: readonly Claims[],
  now: Date,
): Promise<(claims: Claims) => boolean> {
  const sessions = claims.flatMap((held) => ("sessionId" in held ? [held.sessionId] : []));
  const digests = claims.flatMap((held) => ("keyDigest" in held ? [held.keyDigest] : []));
  const open = await orm.em.fork().transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ id: string }>`select s.id
      from crm.user_session s join crm.app_user u on u.id = s.user_id
      where s.id = any(${sessions}::uuid[]) and s.revoked_at is null
        and s.expires_at > ${now} and u.active`.execute(plain(tx));
    const keys = digests.length > 0 ? await openKeys(tx, digests, now) : [];
    return new Set([...rows.map(({ id }) => id), ...keys]);
  });
  return (held) => open.has("keyDigest" in held ? held.keyDigest : held.sessionId);
}
