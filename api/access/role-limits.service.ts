import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { ADMINISTRATOR } from "../../schema/access/default-grants.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import { inLocale } from "../../schema/kernel/text.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { authoriseRow } from "../lists/authorise-row.ts";
import type { RequestContext } from "../server/context.ts";
import { isAdministrator } from "./change-rights.ts";
import { DepartmentTree } from "./department-tree.ts";
import type { RoleLimitType } from "./giving-limits.type.ts";
import { GIVING_REASONS } from "./giving-reasons.ts";
import { grantsByRole } from "./holders.ts";
import { NOBODY } from "./principal.ts";
import { firstBeyond, rightsOf } from "./rights.ts";
import { users } from "./user.list.ts";

interface RoleRow {
  readonly id: string;
  readonly code: string;
  readonly held: boolean;
}

interface Holder {
  readonly id: string;
  readonly departmentId: string;
}

/** Roles that the caller cannot give a user or take from them, as setUserRoles would judge it. Errors: NOT_FOUND. */
export async function roleLimits(
  { em, principal, locale }: Pick<RequestContext, "em" | "principal" | "locale">,
  userId: string,
): Promise<RoleLimitType[]> {
  return em.transactional(async (tx) => {
    await authoriseRow(tx, principal, users, "read", userId);
    await commandMode(tx);
    if (principal.kind !== "user") return [];
    const { rows: roles } = await sql<RoleRow>`select r.id, r.code,
        exists (select from crm.user_role h
          where h.role_id = r.id and h.user_id = ${userId}::uuid) as held
      from crm.role r order by r.code`.execute(plain(tx));
    const reasonOf = await judgeOf(tx, principal, userId, roles);
    return roles.flatMap((role) => {
      const reason = reasonOf(role);
      return reason ? [{ role: role.code, reason: inLocale(GIVING_REASONS[reason], locale) }] : [];
    });
  });
}

type Judge = (role: RoleRow) => keyof typeof GIVING_REASONS | undefined;

async function judgeOf(
  tx: Em,
  giver: UserPrincipal,
  userId: string,
  roles: readonly RoleRow[],
): Promise<Judge> {
  const isOneself = userId === giver.id;
  const isLast = await isLastAdministrator(tx, userId);
  if (isAdministrator(giver)) {
    return ({ code, held }) => {
      if (held) return code === ADMINISTRATOR && isLast ? "last" : undefined;
      return isOneself ? "oneself" : undefined;
    };
  }
  if (roles.some(({ code, held }) => held && code === ADMINISTRATOR)) return () => "administrator";
  const { rows } = await sql<Holder>`select id, department_id as "departmentId"
    from crm.app_user where id = ${userId}::uuid`.execute(plain(tx));
  const departmentId = rows[0]?.departmentId ?? "";
  const tree = await DepartmentTree.read(tx);
  const grants = await grantsByRole(tx);
  const mine = rightsOf(giver, tree);
  return ({ id, held }) => {
    if (held) return undefined;
    if (isOneself) return "oneself";
    const would = { ...NOBODY, id: userId, departmentId, grants: grants.get(id) ?? [] };
    return firstBeyond(rightsOf(would, tree), [mine], departmentId) ? "beyond" : undefined;
  };
}

async function isLastAdministrator(tx: Em, userId: string): Promise<boolean> {
  const { rows } = await sql<{
    last: boolean;
  }>`select count(*) = 1 and bool_or(u.id = ${userId}::uuid)
      as last
    from crm.app_user u join crm.user_role h on h.user_id = u.id join crm.role r on r.id = h.role_id
    where u.active and r.code = ${ADMINISTRATOR}`.execute(plain(tx));
  return rows[0]?.last ?? false;
}
