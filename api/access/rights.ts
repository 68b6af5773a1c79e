import { protectedFields, RESOURCE_NAMES, RESOURCES } from "../../schema/access/permissions.ts";
import type { UserPrincipal } from "../../schema/kernel/principal.ts";
import { anyOf, type Scope } from "../../schema/kernel/scope.ts";
import type { DepartmentTree } from "./department-tree.ts";
import { fieldScope, scopeFor } from "./policy.ts";

/** How far one right reaches in the organisation of this moment. */
export interface Reach {
  readonly all: boolean;
  readonly own: boolean;
  readonly departments: ReadonlySet<string>;
}

/** Everything that somebody may do: `customer:read`, `customer:read bank`, …; what is not held is absent. */
export type Rights = ReadonlyMap<string, Reach>;

/** The rights of a principal, spelt out so that two of them can be compared, whoever holds them. */
export function rightsOf(principal: UserPrincipal, tree: DepartmentTree): Rights {
  const rights = new Map<string, Reach>();
  const put = (right: string, scope: Scope): void => {
    if (scope.kind !== "none") rights.set(right, reachOf(scope, tree));
  };
  for (const resource of RESOURCE_NAMES) {
    for (const action of RESOURCES[resource].actions) {
      put(`${resource}:${action}`, scopeFor(principal, resource, action));
    }
    for (const field of protectedFields(resource)) {
      const { clear, masked } = fieldScope(principal, resource, "read", field);
      put(`${resource}:read ${field}`, clear);
      put(`${resource}:read ${field} masked`, anyOf([clear, masked]));
      put(`${resource}:update ${field}`, fieldScope(principal, resource, "write", field).clear);
    }
  }
  return rights;
}

/**
 * The first right of `after` that reaches further than all of `held` together, or undefined where none does.
 * `departmentId` is where the holder of `after` stands: whoever reaches the department reaches their own rows.
 */
export function firstBeyond(
  after: Rights,
  held: readonly Rights[],
  departmentId: string,
): string | undefined {
  for (const [right, reach] of after) {
    const within = held.flatMap((rights) => rights.get(right) ?? []);
    if (exceeds(reach, within, departmentId)) return right;
  }
  return undefined;
}

function exceeds(reach: Reach, within: readonly Reach[], departmentId: string): boolean {
  if (within.some(({ all }) => all)) return false;
  if (reach.all) return true;
  const known = (id: string): boolean => within.some(({ departments }) => departments.has(id));
  const own = within.some((other) => other.own) || known(departmentId);
  return (reach.own && !own) || [...reach.departments].some((id) => !known(id));
}

function reachOf(scope: Scope, tree: DepartmentTree): Reach {
  const departments = new Set<string>();
  let own = false;
  for (const leaf of scope.kind === "any" ? scope.of : []) {
    if (leaf.kind === "owner") own = true;
    else if (!leaf.subtree) departments.add(leaf.departmentId);
    else for (const id of tree.below(leaf.departmentId)) departments.add(id);
  }
  return { all: scope.kind === "all", own, departments };
}
