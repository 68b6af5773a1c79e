import { sql } from "kysely";
import { randomBytes } from "node:crypto";
import { commandMode } from "../../schema/access/command-mode.ts";
import { BUILT_IN_ROLES, type BuiltInRole } from "../../schema/access/default-grants.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { systemClock, type Clock } from "../../schema/kernel/clock.ts";
import type { Config } from "../../schema/kernel/config.ts";
import { invalidInput } from "../../schema/kernel/errors.ts";
import { plain, type Em, type Orm } from "../../schema/orm.ts";
import { passwordIssues } from "./passwords.ts";
import { createDepartment } from "./department.service.ts";
import { createUser } from "./user.service.ts";

/** The first administrator; the password is there only where it was made up and must be shown once. */
export interface Bootstrapped {
  readonly created?: { readonly login: string; readonly password?: string };
}

const ROOT_NAMES = { "zh-CN": "总公司", en: "Company" } as const;

/**
 * Makes an empty database usable: built-in roles with their grants, the root department and one
 * administrator. Later starts change nothing; two starting at once do it once.
 */
export function bootstrap(
  orm: Orm,
  config: Pick<Config, "adminLogin" | "adminPassword" | "locale">,
  clock: Clock = systemClock,
): Promise<Bootstrapped> {
  return withRowContext(SYSTEM_ROWS, () =>
    orm.em.fork().transactional(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('crm.bootstrap'))`.execute(plain(tx));
      await commandMode(tx);
      for (const role of BUILT_IN_ROLES) await createRole(tx, role);
      const { rows } = await sql`select from crm.app_user limit 1`.execute(plain(tx));
      return rows.length > 0 ? {} : { created: await createCompany(tx, config, clock) };
    }),
  );
}

/** Administrators may have changed the grants of a role that exists: only a missing role is made. */
async function createRole(tx: Em, { code, caption, grants }: BuiltInRole): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into crm.role (code, name_zh, name_en, built_in)
    values (${code}, ${caption.zh}, ${caption.en}, true)
    on conflict (code) do nothing returning id`.execute(plain(tx));
  const [role] = rows;
  if (!role) return;
  const given = grants.map(({ resource, action, scope, fields }) => ({
    resource,
    action,
    scope,
    fields: fields ?? {},
  }));
  await sql`insert into crm.role_grant (role_id, resource, action, scope, fields)
    select ${role.id}::uuid, g.resource, g.action, g.scope, g.fields
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as g(resource text, action text, scope text, fields jsonb)`.execute(plain(tx));
}

async function createCompany(
  tx: Em,
  { adminLogin, adminPassword, locale }: Pick<Config, "adminLogin" | "adminPassword" | "locale">,
  clock: Clock,
): Promise<NonNullable<Bootstrapped["created"]>> {
  const issues =
    adminPassword === undefined
      ? []
      : passwordIssues(adminPassword, adminLogin, "CRM_ADMIN_PASSWORD");
  if (issues.length > 0) throw invalidInput(issues);
  const work = {
    em: tx,
    principal: { kind: "system", name: "bootstrap" } as const,
    clock,
    requestId: "bootstrap",
  };
  const root = await createDepartment(work, {
    code: "ROOT",
    name: ROOT_NAMES[locale],
    parentId: null,
  });
  const password = adminPassword ?? randomBytes(12).toString("base64url");
  await createUser(work, {
    login: adminLogin,
    displayName: adminLogin,
    departmentId: root.id,
    roles: ["SYSTEM_ADMIN"],
    locale,
    password,
    mustChangePassword: adminPassword === undefined,
  });
  return { login: adminLogin, ...(adminPassword === undefined ? { password } : {}) };
}
