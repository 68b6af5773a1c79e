import { sql, type RawBuilder } from "kysely";
import type { Grant } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { DepartmentTree } from "./department-tree.ts";
import { NOBODY } from "./principal.ts";
import { rightsOf, type Rights } from "./rights.ts";

/** What somebody may do, and where they stand. */
export interface Holder {
  readonly departmentId: string;
  readonly rights: Rights;
}

interface HolderRow {
  readonly id: string;
  readonly departmentId: string;
  readonly roles: readonly string[];
}

/** The rights of the users that a condition over `u` picks, as they are in this transaction in command mode. */
export async function holdersWhere(
  tx: Em,
  picked: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, Holder>> {
  const { rows } = await sql<HolderRow>`select u.id, u.department_id as "departmentId",
      array(select role_id::text from crm.user_role where user_id = u.id order by 1) as roles
    from crm.app_user u where ${picked}`.execute(plain(tx));
  const [tree, grants] = [await DepartmentTree.read(tx), await grantsByRole(tx)];
  // Most people of a department hold the same roles, and then the same rights.
  const known = new Map<string, Rights>();
  return new Map(
    rows.map(({ id, departmentId, roles }) => {
      const key = `${departmentId} ${roles.join(" ")}`;
      const rights =
        known.get(key) ??
        rightsOf(
          { ...NOBODY, id, departmentId, grants: roles.flatMap((role) => grants.get(role) ?? []) },
          tree,
        );
      known.set(key, rights);
      return [id, { departmentId, rights }];
    }),
  );
}

/** The grants of every role, by its id. */
export async function grantsByRole(tx: Em): Promise<ReadonlyMap<string, readonly Grant[]>> {
  const { rows } = await sql<Grant & { readonly roleId: string }>`
    select r.id as "roleId", r.code as role, g.resource, g.action, g.scope,
      g.department_ids as "departmentIds", g.fields
    from crm.role r join crm.role_grant g on g.role_id = r.id
    order by g.resource, g.action`.execute(plain(tx));
  return Map.groupBy(rows, ({ roleId }) => roleId);
}
