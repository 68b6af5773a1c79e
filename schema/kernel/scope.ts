/**
 * Which rows of a resource a principal may touch, as a condition over the owner of the row.
 * Grants only ever add, so a scope is nothing, everything, or a union of leaves.
 */
export type ScopeLeaf =
  | { readonly kind: "owner"; readonly userId: string }
  | { readonly kind: "department"; readonly departmentId: string; readonly subtree: boolean };

export type Scope =
  | { readonly kind: "none" }
  | { readonly kind: "all" }
  | { readonly kind: "any"; readonly of: readonly ScopeLeaf[] };

export const NONE: Scope = { kind: "none" };
export const ALL: Scope = { kind: "all" };

export const ownedBy = (userId: string): Scope => ({
  kind: "any",
  of: [{ kind: "owner", userId }],
});

export const inDepartments = (departmentIds: readonly string[], subtree: boolean): Scope =>
  anyOf(
    departmentIds.map((departmentId) => ({
      kind: "any",
      of: [{ kind: "department", departmentId, subtree }],
    })),
  );

const leafKey = (leaf: ScopeLeaf): string =>
  leaf.kind === "owner"
    ? `owner:${leaf.userId}`
    : `department:${leaf.departmentId}:${leaf.subtree ? "tree" : "only"}`;

/** The union in normal form: equal scopes are equal as data, so they can be part of a cache key. */
export function anyOf(scopes: readonly Scope[]): Scope {
  const leaves = new Map<string, ScopeLeaf>();
  for (const scope of scopes) {
    if (scope.kind === "all") return ALL;
    if (scope.kind === "any") for (const leaf of scope.of) leaves.set(leafKey(leaf), leaf);
  }
  for (const leaf of leaves.values()) {
    if (leaf.kind === "department" && leaf.subtree) {
      leaves.delete(leafKey({ ...leaf, subtree: false }));
    }
  }
  if (leaves.size === 0) return NONE;
  const of = [...leaves.entries()]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, leaf]) => leaf);
  return { kind: "any", of };
}

/** Whether everything that `inner` admits is plainly admitted by `outer` (same leaf, or all). */
export function covers(outer: Scope, inner: Scope): boolean {
  if (outer.kind === "all" || inner.kind === "none") return true;
  if (outer.kind === "none" || inner.kind === "all") return false;
  const known = new Set(outer.of.map(leafKey));
  return inner.of.every(
    (leaf) =>
      known.has(leafKey(leaf)) ||
      (leaf.kind === "department" && known.has(leafKey({ ...leaf, subtree: true }))),
  );
}
