import type { Scope } from "../../schema/kernel/scope.ts";

/** Where the owner of a row stands: the user and the departments above, their own first. */
export interface OwnerPlace {
  readonly userId: string;
  /** The owner's department and all its ancestors; the first one is the department itself. */
  readonly departmentPath: readonly string[];
}

/** The policy in memory, for events, cached answers and jobs; a row without an owner is seen with ALL only. */
export function matchesScope(scope: Scope, owner: OwnerPlace | null): boolean {
  if (scope.kind !== "any") return scope.kind === "all";
  if (!owner) return false;
  return scope.of.some((leaf) => {
    if (leaf.kind === "owner") return leaf.userId === owner.userId;
    return leaf.subtree
      ? owner.departmentPath.includes(leaf.departmentId)
      : owner.departmentPath[0] === leaf.departmentId;
  });
}
