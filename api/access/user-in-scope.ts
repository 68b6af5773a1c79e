import { sql, type RawBuilder } from "kysely";
import type { Scope } from "../../schema/kernel/scope.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { isUuid } from "../lists/uuid.ts";
import { ownersIn } from "./scope-sql.ts";

/** Whether rows that a user owns lie within a scope. */
export const ownsWithin = (tx: Em, scope: Scope, userId: string): Promise<boolean> =>
  exists(tx, scope, userId, sql`true`);

/**
 * Whether records may be handed to a user: active, within the scope, and holding the role where one is asked for.
 * Call it in command mode, since roles are not everybody's to read.
 */
export const canBeGivenWork = (
  tx: Em,
  scope: Scope,
  userId: string,
  role?: string,
): Promise<boolean> => {
  const holds =
    role === undefined
      ? sql`true`
      : sql`exists (select from crm.user_role as held join crm.role on role.id = held.role_id
          where held.user_id = u.id and role.code = ${role})`;
  return exists(tx, scope, userId, sql`u.active and ${holds}`);
};

async function exists(
  tx: Em,
  scope: Scope,
  userId: string,
  condition: RawBuilder<unknown>,
): Promise<boolean> {
  if (!isUuid(userId) || scope.kind === "none") return false;
  const within =
    scope.kind === "all" ? sql`true` : sql`u.id in (select id from (${ownersIn(scope.of)}) as o)`;
  const { rows } = await sql`select from crm.app_user as u
    where u.id = ${userId}::uuid and ${within} and ${condition}`.execute(plain(tx));
  return rows.length > 0;
}
