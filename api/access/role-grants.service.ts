import { sql } from "kysely";
import { ADMINISTRATOR } from "../../schema/access/default-grants.ts";
import { conflict, invalidInput } from "../../schema/kernel/errors.ts";
import type { Grant, UserPrincipal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { isUuid } from "../lists/uuid.ts";
import type { Work } from "../server/context.ts";
import { ESSENTIAL } from "./administrators.ts";
import { beyondOwn, changeRights, isAdministrator } from "./change-rights.ts";
import { DepartmentTree } from "./department-tree.ts";
import { asGrants, grantIssues, type GrantInput } from "./grant-rules.ts";
import { grantsByRole } from "./holders.ts";
import { firstBeyond, rightsOf } from "./rights.ts";
import { lockRole } from "./role.service.ts";

export interface SetRoleGrantsInput {
  readonly roleId: string;
  /** The version of the role that was read; a stale one is CONFLICT. */
  readonly version: number;
  /** All that the role may do from now on. */
  readonly grants: readonly GrantInput[];
}

/**
 * Replaces what a role may do, all of it or nothing. Nobody widens a role that they hold; a delegated administrator
 * gives only what lies within their own rights; administrators keep what they need to administer.
 * Errors: NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT with all faults at once.
 */
export async function setRoleGrants(work: Work, input: SetRoleGrantsInput): Promise<void> {
  const { roleId: id, version } = input;
  const holders = isUuid(id)
    ? sql`exists (select from crm.user_role h where h.user_id = u.id and h.role_id = ${id}::uuid)`
    : sql`false`;
  await changeRights(work, holders, async (tx, now) => {
    const role = await lockRole(tx, now, "update", { id, version });
    const tree = await DepartmentTree.read(tx);
    const issues = grantIssues(input.grants, tree);
    if (issues.length > 0) throw invalidInput(issues);
    const after = asGrants(role.code, input.grants);
    if (role.code === ADMINISTRATOR) keepEssentials(after);
    const before = (await grantsByRole(tx)).get(id) ?? [];
    const { principal } = now;
    // A role that nobody holds yet is judged as if its maker held it.
    if (principal.kind === "user" && !isAdministrator(principal)) {
      refuseBeyond(principal, { before, after }, tree);
    }
    await replaceGrants(tx, id, after);
    await sql`update crm.role set version = version + 1 where id = ${id}::uuid`.execute(plain(tx));
    await recordAudit(tx, now, {
      action: "role:setGrants",
      resource: "role",
      recordId: id,
      before: { grants: before.map(withoutRole) },
      after: { grants: after.map(withoutRole), version: role.version + 1 },
    });
  });
}

function refuseBeyond(
  giver: UserPrincipal,
  { before, after }: { readonly before: readonly Grant[]; readonly after: readonly Grant[] },
  tree: DepartmentTree,
): void {
  const holding = (grants: readonly Grant[]) => rightsOf({ ...giver, grants }, tree);
  const held = [holding(before), holding(giver.grants)];
  const beyond = firstBeyond(holding(after), held, giver.departmentId);
  if (beyond !== undefined) throw beyondOwn(beyond);
}

function keepEssentials(grants: readonly Grant[]): void {
  const kept = new Set(
    grants
      .filter(({ scope }) => scope === "ALL")
      .map(({ resource, action }) => `${resource}:${action}`),
  );
  const lost = ESSENTIAL.filter((permission) => !kept.has(permission));
  if (lost.length === 0) return;
  const text = {
    zh: `系统管理员不能失去：${lost.join("、")}`,
    en: `System administrators cannot lose ${lost.join(", ")}`,
  };
  throw conflict(text, [{ path: "input.grants", code: "LAST_ADMINISTRATOR", text }]);
}

async function replaceGrants(tx: Em, roleId: string, grants: readonly Grant[]): Promise<void> {
  await sql`delete from crm.role_grant where role_id = ${roleId}::uuid`.execute(plain(tx));
  await sql`insert into crm.role_grant (role_id, resource, action, scope, department_ids, fields)
    select ${roleId}::uuid, g.resource, g.action, g.scope,
      array(select jsonb_array_elements_text(g."departmentIds")::uuid), g.fields
    from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb)
      as g(resource text, action text, scope text, "departmentIds" jsonb, fields jsonb)`.execute(
    plain(tx),
  );
}

const withoutRole = ({ role: _role, ...grant }: Grant): Omit<Grant, "role"> => grant;
