import type { Action, Permission, Resource } from "../../schema/access/permissions.ts";
import type { Caller, Grant, Principal } from "../../schema/kernel/principal.ts";
import { ALL, anyOf, inDepartments, NONE, ownedBy, type Scope } from "../../schema/kernel/scope.ts";

/** Where a protected field may be seen as it is, and where only its mask; elsewhere it is hidden. */
export interface FieldScope {
  readonly clear: Scope;
  readonly masked: Scope;
}

/** Scopes by principal, which never change: changed grants make a new one. A page asks for dozens of them. */
const known = new WeakMap<Caller, Map<string, Scope>>();

/** The rows of a resource on which a principal may do an action: the union over their grants. */
export function scopeFor(principal: Principal, resource: Resource, action: Action): Scope {
  if (principal.kind === "system") return ALL;
  let scopes = known.get(principal);
  if (!scopes) known.set(principal, (scopes = new Map()));
  const key = `${resource}:${action}`;
  let scope = scopes.get(key);
  if (!scope) {
    scope = anyOf(grantsFor(principal, resource, action).map((grant) => reachOf(grant, principal)));
    scopes.set(key, scope);
  }
  return scope;
}

/** Whether a principal may do an action on any row at all; on which ones is scopeFor's answer. */
export function can(principal: Principal, permission: Permission): boolean {
  const [resource, action] = splitPermission(permission);
  return scopeFor(principal, resource, action).kind !== "none";
}

/** A right on a field holds only in the row scope of the very grant that gives it. */
export function fieldScope(
  principal: Principal,
  resource: Resource,
  action: "read" | "write",
  field: string,
): FieldScope {
  if (principal.kind === "system") return { clear: ALL, masked: NONE };
  const own = action === "read" ? "read" : "update";
  const grants = grantsFor(principal, resource, own);
  const reach = (rights: readonly string[]): Scope =>
    anyOf(
      grants
        .filter((grant) =>
          rights.includes(grant.fields[field] ?? (action === "read" ? "read" : "write")),
        )
        .map((grant) => reachOf(grant, principal)),
    );
  return action === "read"
    ? { clear: reach(["read", "write"]), masked: reach(["masked"]) }
    : { clear: reach(["write"]), masked: NONE };
}

const grantsFor = (principal: Caller, resource: Resource, action: Action): readonly Grant[] =>
  principal.grants.filter((grant) => grant.resource === resource && grant.action === action);

/** What a grant reaches, seen from the place of its holder in the organisation; a key has no place there. */
function reachOf(grant: Grant, holder: Caller): Scope {
  const user = holder.kind === "user" ? holder : undefined;
  switch (grant.scope) {
    case "NONE":
      return NONE;
    case "OWN":
      return user ? ownedBy(user.id) : NONE;
    case "DEPARTMENT":
      return user ? inDepartments([user.departmentId], false) : NONE;
    case "DEPARTMENT_TREE":
      return user ? inDepartments([user.departmentId], true) : NONE;
    case "LIST":
      return inDepartments(grant.departmentIds, false);
    case "ALL":
      return ALL;
  }
}

function splitPermission(permission: Permission): [Resource, Action] {
  const [resource, action] = permission.split(":");
  return [resource as Resource, action as Action];
}
