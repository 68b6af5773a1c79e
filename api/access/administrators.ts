import { sql } from "kysely";
import { ADMINISTRATOR } from "../../schema/access/default-grants.ts";
import { conflict, forbidden } from "../../schema/kernel/errors.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { isAdministrator } from "./change-rights.ts";

/** What the role of administrators cannot lose: without it nobody could give anything back. */
export const ESSENTIAL = ["user:read", "user:update", "role:read", "role:update", "role:assign"];

/**
 * Refuses a change after which nobody could administer the product any more. The change holds the lock of
 * watchRights, so that two administrators who demote each other are judged one after the other.
 */
export async function keepAnAdministrator(tx: Em): Promise<void> {
  const { rows } = await sql`select from crm.app_user u
    join crm.user_role h on h.user_id = u.id join crm.role r on r.id = h.role_id
    where u.active and r.code = ${ADMINISTRATOR} limit 1`.execute(plain(tx));
  if (rows.length > 0) return;
  const text = {
    zh: "必须至少保留一名启用的系统管理员",
    en: "No active system administrator would be left",
  };
  throw conflict(text, [{ path: "input", code: "LAST_ADMINISTRATOR", text }]);
}

/** A system administrator is disabled, demoted or given a new password only by another one. */
export async function refuseDelegated(tx: Em, principal: Principal, userId: string): Promise<void> {
  if (isAdministrator(principal)) return;
  const { rows } = await sql`select from crm.user_role h join crm.role r on r.id = h.role_id
    where h.user_id = ${userId}::uuid and r.code = ${ADMINISTRATOR}`.execute(plain(tx));
  if (rows.length === 0) return;
  throw forbidden({
    zh: "系统管理员只能由系统管理员修改",
    en: "Only a system administrator can do this to a system administrator",
  });
}
