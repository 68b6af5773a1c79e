import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { plain, type Orm } from "../../schema/orm.ts";
import { openKeys } from "./api-keys.ts";
import type { Claims } from "./claims.ts";

/**
 * Tells of claims whether they are still good, in one look however many sockets are open: undefined, or a mark that
 * changes when the rights of the session's user do. A key has one role for good; its mark stays.
 */
export async function openRights(
  orm: Orm,
  claims: readonly Claims[],
  now: Date,
): Promise<(claims: Claims) => string | undefined> {
  const sessions = claims.flatMap((held) => ("sessionId" in held ? [held.sessionId] : []));
  const digests = claims.flatMap((held) => ("keyDigest" in held ? [held.keyDigest] : []));
  const marks = await orm.em.fork().transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ id: string; rights: string }>`select s.id,
        md5(concat(u.department_id, (
          select string_agg(b.id::text, ' ') from crm.break_glass b
          where b.session_id = s.id and b.ended_at is null and b.expires_at > ${now}), (
          select string_agg(concat(ur.role_id, g), ' ' order by ur.role_id, g.id)
          from crm.user_role ur left join crm.role_grant g on g.role_id = ur.role_id
          where ur.user_id = u.id))) as rights
      from crm.user_session s join crm.app_user u on u.id = s.user_id
      where s.id = any(${sessions}::uuid[]) and s.revoked_at is null
        and s.expires_at > ${now} and u.active`.execute(plain(tx));
    const keys = digests.length > 0 ? await openKeys(tx, digests, now) : [];
    return new Map([
      ...rows.map(({ id, rights }) => [id, rights] as const),
      ...keys.map((digest) => [digest, "key"] as const),
    ]);
  });
  return (held) => marks.get("keyDigest" in held ? held.keyDigest : held.sessionId);
}
