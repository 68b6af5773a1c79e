import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { ADMINISTRATOR } from "../../schema/access/default-grants.ts";
import {
  protectedFields,
  RESOURCE_NAMES,
  RESOURCES,
  type Resource,
} from "../../schema/access/permissions.ts";
import { notFound } from "../../schema/kernel/errors.ts";
import {
  FIELD_RIGHTS,
  type FieldRight,
  type Grant,
  type ScopeName,
  type UserPrincipal,
} from "../../schema/kernel/principal.ts";
import { inLocale } from "../../schema/kernel/text.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { authoriseRow } from "../lists/authorise-row.ts";
import type { RequestContext } from "../server/context.ts";
import { ESSENTIAL } from "./administrators.ts";
import { isAdministrator } from "./change-rights.ts";
import { DepartmentTree } from "./department-tree.ts";
import type { GrantLimitsType } from "./giving-limits.type.ts";
import { GIVING_REASONS } from "./giving-reasons.ts";
import { scopesOf } from "./grant-rules.ts";
import { grantsByRole } from "./holders.ts";
import { firstBeyond, rightsOf, type Rights } from "./rights.ts";
import { roles } from "./role.list.ts";

const UNLIMITED: GrantLimitsType = { actions: [], fields: [] };

/** A role as somebody would change it. */
interface Giving {
  readonly giver: UserPrincipal;
  readonly tree: DepartmentTree;
  /** What may be given: what the giver holds, and what the role has already. */
  readonly held: readonly Rights[];
}

/** What the caller cannot give a role, as setRoleGrants would judge it right now. Errors: NOT_FOUND. */
export async function grantLimits(
  { em, principal, locale }: Pick<RequestContext, "em" | "principal" | "locale">,
  roleId: string,
): Promise<GrantLimitsType> {
  return em.transactional(async (tx) => {
    await authoriseRow(tx, principal, roles, "read", roleId);
    await commandMode(tx);
    const code = await codeOf(tx, roleId);
    const essential = code === ADMINISTRATOR ? ESSENTIAL.map(onlyEverything) : [];
    if (principal.kind !== "user") return UNLIMITED;
    const isOwn = principal.roles.includes(code);
    if (isAdministrator(principal) && !isOwn) return { actions: essential, fields: [] };
    const tree = await DepartmentTree.read(tx);
    const before = (await grantsByRole(tx)).get(roleId) ?? [];
    const giving: Giving = {
      giver: principal,
      tree,
      held: [principal.grants, before].map((grants) => rightsOf({ ...principal, grants }, tree)),
    };
    const reason = inLocale(GIVING_REASONS[isOwn ? "own" : "beyond"], locale);
    return {
      actions: RESOURCE_NAMES.flatMap((resource) =>
        RESOURCES[resource].actions.flatMap((action) => {
          const kept = essential.find((one) => one.resource === resource && one.action === action);
          if (kept) return [kept];
          const scopes = scopesOf(resource).filter((scope) =>
            canGive(giving, { resource, action, scope }),
          );
          return scopes.length < scopesOf(resource).length
            ? [{ resource, action, scopes, reason }]
            : [];
        }),
      ),
      fields: RESOURCE_NAMES.flatMap((resource) =>
        protectedFields(resource).flatMap((field) => {
          const rights = FIELD_RIGHTS.filter((right) => canOpen(giving, resource, field, right));
          return rights.length < FIELD_RIGHTS.length ? [{ resource, field, rights, reason }] : [];
        }),
      ),
    };
  });

  function onlyEverything(permission: string) {
    const [resource = "", action = ""] = permission.split(":");
    const reason = inLocale(GIVING_REASONS.essential, locale);
    return { resource, action, scopes: ["ALL"], reason };
  }
}

async function codeOf(tx: Em, roleId: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select code from crm.role where id = ${roleId}::uuid`.execute(plain(tx));
  const [role] = rows;
  if (!role) throw notFound(roles.caption);
  return role.code;
}

interface Choice {
  readonly resource: Resource;
  readonly action: string;
  readonly scope: ScopeName;
}

function canGive({ giver, tree, held }: Giving, { resource, action, scope }: Choice): boolean {
  const reaches = held.flatMap((rights) => rights.get(`${resource}:${action}`) ?? []);
  if (scope === "LIST") return reaches.some(({ all, departments }) => all || departments.size > 0);
  const hidden = protectedFields(resource).map((field) => [field, "hidden"] as const);
  const grant: Grant = {
    role: "",
    resource,
    action,
    scope,
    departmentIds: [],
    fields: Object.fromEntries(hidden),
  };
  return (
    firstBeyond(rightsOf({ ...giver, grants: [grant] }, tree), held, giver.departmentId) ===
    undefined
  );
}

const NEEDED: Readonly<Record<FieldRight, (resource: Resource, field: string) => string>> = {
  hidden: () => "",
  masked: (resource, field) => `${resource}:read ${field} masked`,
  read: (resource, field) => `${resource}:read ${field}`,
  write: (resource, field) => `${resource}:update ${field}`,
};

/** Whether the giver holds a right on a field anywhere; how far it reaches follows the scope of the action. */
function canOpen({ held }: Giving, resource: Resource, field: string, right: FieldRight): boolean {
  const needed = NEEDED[right](resource, field);
  return needed === "" || held.some((rights) => rights.has(needed));
}
