import { OWNERSHIP } from "../../schema/access/ownership.ts";
import {
  protectedFields,
  RESOURCE_NAMES,
  RESOURCES,
  type Resource,
} from "../../schema/access/permissions.ts";
import type { Issue } from "../../schema/kernel/errors.ts";
import { nearestNames } from "../../schema/kernel/nearest.ts";
import {
  FIELD_RIGHTS,
  SCOPE_NAMES,
  type FieldRight,
  type Grant,
  type ScopeName,
} from "../../schema/kernel/principal.ts";
import type { Text } from "../../schema/kernel/text.ts";
import type { DepartmentTree } from "./department-tree.ts";
import type { GrantInputType } from "./role-grant.type.ts";

export type GrantInput = Readonly<GrantInputType>;

/** Rows that nobody owns are open to all or to nobody: a scope in between would promise what it does not keep. */
export const scopesOf = (resource: Resource): readonly ScopeName[] =>
  OWNERSHIP[resource].kind === "open" ? ["NONE", "ALL"] : SCOPE_NAMES;

/** All that is wrong with a set of grants, each with its path and the nearest names that there are. */
export function grantIssues(
  grants: readonly GrantInput[],
  tree: DepartmentTree,
  at = "input.grants",
): Issue[] {
  const seen = new Set<string>();
  return grants.flatMap((grant, index) => {
    const path = `${at}[${index}]`;
    const key = `${grant.resource}:${grant.action}`;
    const twice = seen.has(key);
    seen.add(key);
    const issues = oneGrantIssues(grant, tree, path);
    return twice && issues.length === 0
      ? [{ path, code: "TWICE", text: { zh: "重复的授权", en: "is granted twice" } }]
      : issues;
  });
}

/** The grants of an input without issues, as principals hold them. */
export const asGrants = (role: string, grants: readonly GrantInput[]): Grant[] =>
  grants.map(({ resource, action, scope, departmentIds, fields }) => ({
    role,
    resource,
    action,
    scope: scope as ScopeName,
    departmentIds: [...new Set(departmentIds ?? [])],
    fields: Object.fromEntries(
      (fields ?? []).map(({ field, right }) => [field, right as FieldRight]),
    ),
  }));

function oneGrantIssues(grant: GrantInput, tree: DepartmentTree, path: string): Issue[] {
  const resource = RESOURCE_NAMES.find((name) => name === grant.resource);
  if (!resource) return [unknown(`${path}.resource`, grant.resource, RESOURCE_NAMES)];
  const issues: Issue[] = [];
  const among = (at: string, name: string, valid: readonly string[]): void => {
    if (!valid.includes(name)) issues.push(unknown(`${path}.${at}`, name, valid));
  };
  among("action", grant.action, RESOURCES[resource].actions);
  among("scope", grant.scope, scopesOf(resource));
  for (const [index, { field, right }] of (grant.fields ?? []).entries()) {
    among(`fields[${index}].field`, field, protectedFields(resource));
    among(`fields[${index}].right`, right, FIELD_RIGHTS);
    if (grant.fields?.findIndex((other) => other.field === field) !== index) {
      issues.push({
        path: `${path}.fields[${index}]`,
        code: "TWICE",
        text: { zh: "重复的字段", en: "is named twice" },
      });
    }
  }
  return [...issues, ...departmentIssues(grant, tree, `${path}.departmentIds`)];
}

function departmentIssues(
  { scope, departmentIds }: GrantInput,
  tree: DepartmentTree,
  path: string,
): Issue[] {
  const named = departmentIds ?? [];
  const fault = (at: string, text: Text): Issue => ({ path: at, text });
  if (scope === "LIST" && named.length === 0) {
    return [fault(path, { zh: "LIST 须列出部门", en: "a LIST names its departments" })];
  }
  if (scope !== "LIST" && named.length > 0) {
    return [fault(path, { zh: "只有 LIST 可以列出部门", en: "only a LIST names departments" })];
  }
  return named.flatMap((id, index) =>
    tree.has(id)
      ? []
      : [fault(`${path}[${index}]`, { zh: "没有这个部门", en: "there is no such department" })],
  );
}

const unknown = (path: string, name: string, valid: readonly string[]): Issue => ({
  path,
  code: "UNKNOWN",
  text: {
    zh: `没有“${shortened(name)}”，可用的有：${valid.join("、")}`,
    en: `there is no ${JSON.stringify(shortened(name))}; there are ${valid.join(", ")}`,
  },
  suggestions: nearestNames(name, valid),
});

const shortened = (name: string): string => [...name].slice(0, 64).join("");
