import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { fieldCaption } from "../../schema/access/field-captions.ts";
import { OWNERSHIP } from "../../schema/access/ownership.ts";
import {
  ACTIONS,
  protectedFields,
  RESOURCE_NAMES,
  RESOURCES,
  type Resource,
} from "../../schema/access/permissions.ts";
import { invalidInput, notFound, type Issue } from "../../schema/kernel/errors.ts";
import type { FieldRight, Grant, Principal, UserPrincipal } from "../../schema/kernel/principal.ts";
import { covers } from "../../schema/kernel/scope.ts";
import { inLocale, type Locale } from "../../schema/kernel/text.ts";
import { plain, type Em } from "../../schema/orm.ts";
import { authoriseRow } from "../lists/authorise-row.ts";
import type {
  AccessPreviewInputType,
  PreviewedFieldType,
  PreviewedResourceType,
} from "./access-preview.type.ts";
import { isAdministrator } from "./change-rights.ts";
import { DepartmentTree } from "./department-tree.ts";
import { asGrants, grantIssues } from "./grant-rules.ts";
import { grantsByRole } from "./holders.ts";
import { fieldScope, scopeFor } from "./policy.ts";
import { NOBODY } from "./principal.ts";
import { permittedRows } from "./scope-sql.ts";
import { scopeInWords } from "./scope-words.ts";
import { roleCodesOf, rolesNamed } from "./user-roles.ts";
import { users } from "./user.list.ts";

export type AccessPreviewInput = Readonly<AccessPreviewInputType>;

/** On whose behalf a preview is made, and in which language. */
interface Asking {
  readonly em: Em;
  readonly principal: Principal;
  readonly locale: Locale;
}

/**
 * What a user would see with other roles or grants; nothing is changed. Errors: NOT_FOUND, INVALID_INPUT with all
 * faults at once.
 */
export async function accessPreview(
  { em, principal, locale }: Asking,
  input: AccessPreviewInput,
): Promise<PreviewedResourceType[]> {
  return em.transactional(async (tx) => {
    await authoriseRow(tx, principal, users, "read", input.userId);
    // Counting looks past the rows of the caller; only numbers leave this function.
    await commandMode(tx);
    const tree = await DepartmentTree.read(tx);
    const would = await proposedPrincipal(tx, input, tree);
    const previewed: PreviewedResourceType[] = [];
    for (const resource of RESOURCE_NAMES) {
      previewed.push({
        resource,
        caption: inLocale(RESOURCES[resource].caption, locale),
        actions: RESOURCES[resource].actions.map((action) => {
          const scope = scopeFor(would, resource, action);
          return {
            action,
            caption: inLocale(ACTIONS[action], locale),
            allowed: scope.kind !== "none",
            reach: scopeInWords(scope, tree, locale),
          };
        }),
        fields: protectedFields(resource).map((field) => ({
          field,
          caption: inLocale(fieldCaption(field), locale),
          ...sightOf(would, resource, field),
        })),
        rows: await countRows(tx, would, principal, resource),
      });
    }
    return previewed;
  });
}

/** The user as they would be. */
async function proposedPrincipal(
  tx: Em,
  input: AccessPreviewInput,
  tree: DepartmentTree,
): Promise<UserPrincipal> {
  const { userId, roleGrants } = input;
  const { rows } = await sql<{ departmentId: string }>`select department_id as "departmentId"
    from crm.app_user where id = ${userId}::uuid`.execute(plain(tx));
  const [user] = rows;
  if (!user) throw notFound(users.caption);
  const held = await rolesNamed(tx, input.roles ?? (await roleCodesOf(tx, userId)));
  const { rows: roles } = await sql<{ id: string; code: string }>`
    select id, code from crm.role`.execute(plain(tx));
  const issues: Issue[] = [...held.issues];
  const grants = new Map<string, readonly Grant[]>(await grantsByRole(tx));
  for (const [index, { roleId, grants: proposed }] of (roleGrants ?? []).entries()) {
    const path = `input.roleGrants[${index}]`;
    const role = roles.find(({ id }) => id === roleId);
    const faults = grantIssues(proposed, tree, `${path}.grants`);
    if (!role) {
      const text = { zh: "没有这个角色", en: "there is no such role" };
      faults.unshift({ path: `${path}.roleId`, text });
    }
    issues.push(...faults);
    if (role && faults.length === 0) grants.set(roleId, asGrants(role.code, proposed));
  }
  if (issues.length > 0) throw invalidInput(issues);
  return {
    ...NOBODY,
    id: userId,
    departmentId: user.departmentId,
    grants: held.ids.flatMap((id) => grants.get(id) ?? []),
  };
}

function sightOf(
  would: UserPrincipal,
  resource: Resource,
  field: string,
): Pick<PreviewedFieldType, "right" | "everywhere"> {
  const read = scopeFor(would, resource, "read");
  const { clear, masked } = fieldScope(would, resource, "read", field);
  const write = fieldScope(would, resource, "write", field).clear;
  const rights: readonly (readonly [FieldRight, typeof read])[] = [
    ["write", write],
    ["read", clear],
    ["masked", masked],
  ];
  for (const [right, scope] of rights) {
    if (scope.kind !== "none" && read.kind !== "none") {
      return { right, everywhere: covers(scope, read) };
    }
  }
  return { right: "hidden", everywhere: true };
}

/** A total is told only of rows that the asker may know of; system administrators answer for all. */
async function countRows(
  tx: Em,
  would: UserPrincipal,
  asker: Principal,
  resource: Resource,
): Promise<number | null> {
  const { kind, table } = OWNERSHIP[resource];
  if (kind === "open") return null;
  const limits = isAdministrator(asker) ? sql`true` : permittedRows(asker, resource, "read", "t");
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from ${sql.id("crm", table)} as t
    where ${permittedRows(would, resource, "read", "t")} and ${limits}`.execute(plain(tx));
  return rows[0]?.count ?? 0;
}
