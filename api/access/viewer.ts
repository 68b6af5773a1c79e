import { sql } from "kysely";
import { PERMISSIONS } from "../../schema/access/permissions.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import type { DepartmentType } from "./department.type.ts";
import { can } from "./policy.ts";
import type { ViewerType } from "./viewer.type.ts";

/** What a client learns of the user it works for. */
export async function viewerFor(em: Em, principal: UserPrincipal): Promise<ViewerType> {
  const { id, login, displayName, roles, locale, mustChangePassword } = principal;
  return {
    id,
    login,
    displayName,
    roles,
    locale,
    mustChangePassword,
    breakGlassUntil: principal.breakGlass?.until ?? null,
    permissions: PERMISSIONS.filter((permission) => can(principal, permission)),
    department: await departmentOf(em, principal.departmentId),
  };
}

async function departmentOf(em: Em, id: string): Promise<DepartmentType> {
  const { rows } = await sql<DepartmentType>`
    select d.id, d.code, d.name, d.parent_id as "parentId", d.version,
      (select count(*)::int - 1 from crm.department above
        where d.low between above.low and above.high) as depth
    from crm.department d where d.id = ${id}::uuid`.execute(plain(em));
  const [department] = rows;
  if (!department) throw new Error("the viewer's department is missing");
  return department;
}
