import { sql } from "kysely";
import { AppError, forbidden, invalidInput } from "../../schema/kernel/errors.ts";
import { principalUserId } from "../../schema/kernel/principal.ts";
import { plain } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import type { Work } from "../server/context.ts";
import { keepAnAdministrator, refuseDelegated } from "./administrators.ts";
import { changeRights } from "./change-rights.ts";
import { can } from "./policy.ts";
import { roleCodesOf, rolesNamed, writeRoles } from "./user-roles.ts";
import { lockUser, pickedUser } from "./user-update.service.ts";

export interface SetUserRolesInput {
  readonly userId: string;
  readonly version: number;
  /** Codes of all roles that the user holds from now on. */
  readonly roles: readonly string[];
}

/**
 * Replaces the roles of a user. Nobody gives themselves a role; a delegated administrator gives only what lies
 * within their own rights; the last active administrator stays one.
 * Errors: NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT.
 */
export async function setUserRoles(work: Work, input: SetUserRolesInput): Promise<void> {
  const { userId, version } = input;
  await changeRights(work, pickedUser(userId), async (tx, now) => {
    if (!can(now.principal, "role:assign")) throw forbidden();
    const user = await lockUser(tx, now, "read", { id: userId, version });
    const { ids, issues } = await rolesNamed(tx, input.roles);
    if (issues.length > 0) throw invalidInput(issues);
    const before = await roleCodesOf(tx, userId);
    const roles = [...new Set(input.roles)].toSorted();
    if (roles.join(" ") === before.join(" ")) return;
    const added = roles.filter((code) => !before.includes(code));
    if (userId === principalUserId(now.principal) && added.length > 0) throw ownRoles();
    await refuseDelegated(tx, now.principal, userId);
    await writeRoles(tx, userId, ids);
    await sql`update crm.app_user set version = version + 1 where id = ${userId}::uuid`.execute(
      plain(tx),
    );
    await keepAnAdministrator(tx);
    await recordAudit(tx, now, {
      action: "user:setRoles",
      resource: "user",
      recordId: userId,
      before: { roles: before },
      after: { roles, version: user.version + 1 },
    });
  });
}

const ownRoles = (): AppError => {
  const text = {
    zh: "不能给自己增加角色，请由其他管理员操作",
    en: "Nobody gives themselves a role; another administrator has to do it",
  };
  return new AppError("FORBIDDEN", text, [{ path: "input.roles", code: "OWN_RIGHTS", text }]);
};
