import { sql } from "kysely";
import type { Issue } from "../../schema/kernel/errors.ts";
import { nearestNames } from "../../schema/kernel/nearest.ts";
import { plain, type Em } from "../../schema/orm.ts";

/** Roles that an input names by their codes, and the faults of those names. */
export interface NamedRoles {
  readonly ids: readonly string[];
  readonly issues: readonly Issue[];
}

export async function rolesNamed(
  tx: Em,
  codes: readonly string[],
  at = "input.roles",
): Promise<NamedRoles> {
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from crm.role order by code`.execute(plain(tx));
  const known = new Map(rows.map(({ code, id }) => [code, id]));
  return {
    ids: [...new Set(codes)].flatMap((code) => known.get(code) ?? []),
    issues: [...codes.entries()]
      .filter(([, code]) => !known.has(code))
      .map(([index, code]) => ({
        path: `${at}[${index}]`,
        text: { zh: `没有角色 ${code}`, en: `there is no role ${code}` },
        suggestions: nearestNames(code, [...known.keys()]),
      })),
  };
}

/** Makes a user hold exactly these roles; what stays keeps its date. Needs command mode. */
export async function writeRoles(
  tx: Em,
  userId: string,
  roleIds: readonly string[],
): Promise<void> {
  await sql`delete from crm.user_role
    where user_id = ${userId}::uuid and role_id <> all(${roleIds}::uuid[])`.execute(plain(tx));
  await sql`insert into crm.user_role (user_id, role_id)
    select ${userId}::uuid, id from unnest(${roleIds}::uuid[]) as id
    on conflict do nothing`.execute(plain(tx));
}

/** The codes of the roles that a user holds. */
export async function roleCodesOf(tx: Em, userId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select r.code from crm.user_role h
    join crm.role r on r.id = h.role_id where h.user_id = ${userId}::uuid order by 1`.execute(
    plain(tx),
  );
  return rows.map(({ code }) => code);
}
