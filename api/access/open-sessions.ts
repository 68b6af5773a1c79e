import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { plain, type Orm } from "../../schema/orm.ts";

/** Those of the sessions that are still good, in one question however many sockets are open. */
export async function openSessions(
  orm: Orm,
  sessionIds: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (sessionIds.length === 0) return new Set();
  return orm.em.fork().transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ id: string }>`select s.id
      from crm.user_session s join crm.app_user u on u.id = s.user_id
      where s.id = any(${sessionIds}::uuid[]) and s.revoked_at is null
        and s.expires_at > ${now} and u.active`.execute(plain(tx));
    return new Set(rows.map(({ id }) => id));
  });
}
