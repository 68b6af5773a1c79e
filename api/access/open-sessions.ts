import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { plain, type Orm } from "../../schema/orm.ts";

/**
 * Those of the sessions that are still good, each with a mark that changes when the rights of its user do; one
 * question however many sockets are open.
 */
export async function openSessions(
  orm: Orm,
  sessionIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  if (sessionIds.length === 0) return new Map();
  return orm.em.fork().transactional(async (tx) => {
    await commandMode(tx);
    const { rows } = await sql<{ id: string; rights: string }>`select s.id,
        md5(concat(u.department_id, (
          select string_agg(concat(ur.role_id, g), ' ' order by ur.role_id, g.id)
          from crm.user_role ur left join crm.role_grant g on g.role_id = ur.role_id
          where ur.user_id = u.id))) as rights
      from crm.user_session s join crm.app_user u on u.id = s.user_id
      where s.id = any(${sessionIds}::uuid[]) and s.revoked_at is null
        and s.expires_at > ${now} and u.active`.execute(plain(tx));
    return new Map(rows.map(({ id, rights }) => [id, rights]));
  });
}
