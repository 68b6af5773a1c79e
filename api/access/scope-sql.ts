import { sql, type RawBuilder } from "kysely";
import { OWNERSHIP, type Ownership } from "../../schema/access/ownership.ts";
import type { Action, Resource } from "../../schema/access/permissions.ts";
import type { Principal, Reach } from "../../schema/kernel/principal.ts";
import type { Scope, ScopeLeaf } from "../../schema/kernel/scope.ts";
import { scopeFor } from "./policy.ts";

type Condition = RawBuilder<boolean>;

const TRUE: Condition = sql<boolean>`true`;
const FALSE: Condition = sql<boolean>`false`;

/**
 * The scope as a condition over the rows of a resource, with plain bound values: it finds the index,
 * row-level security is the backstop behind it. `alias` names the resource's table in the query.
 */
export function inScope(scope: Scope, resource: Resource, alias?: string): Condition {
  const ownership: Ownership = OWNERSHIP[resource];
  return overRow(ownership, alias ?? ownership.table, [scope], []);
}

/**
 * The rows on which a principal may do an action. A row that belongs to a parent needs both its own
 * scope and the right to read the parent, as in the policies of the database.
 */
export function permittedRows(
  principal: Principal,
  resource: Resource,
  action: Action = "read",
  alias?: string,
): Condition {
  const ownership: Ownership = OWNERSHIP[resource];
  const scopes = [scopeFor(principal, resource, action)];
  if (ownership.kind === "parent") scopes.push(scopeFor(principal, ownership.parent, "read"));
  const reach = principal.kind === "system" ? [] : principal.reach;
  return overRow(ownership, alias ?? ownership.table, scopes, reach);
}

/** The ids of the users that own rows in a scope, as a subquery; undefined where everybody does. */
export function ownersIn(leaves: readonly ScopeLeaf[]): RawBuilder<unknown> {
  const users = leaves.flatMap((leaf) => (leaf.kind === "owner" ? [leaf.userId] : []));
  const departments = (subtree: boolean): string[] =>
    leaves.flatMap((leaf) =>
      leaf.kind === "department" && leaf.subtree === subtree ? [leaf.departmentId] : [],
    );
  const [only, trees] = [departments(false), departments(true)];
  const parts: RawBuilder<unknown>[] = [];
  if (users.length > 0) parts.push(sql`select unnest(${users}::uuid[]) as id`);
  if (only.length > 0) {
    parts.push(sql`select u.id from crm.app_user u where u.department_id = any(${only}::uuid[])`);
  }
  if (trees.length > 0) {
    parts.push(sql`select u.id from crm.department a
      join crm.department d on d.low between a.low and a.high
      join crm.app_user u on u.department_id = d.id
      where a.id = any(${trees}::uuid[])`);
  }
  return sql.join(parts, sql` union all `);
}

/** All scopes at once over one row. */
function overRow(
  ownership: Ownership,
  alias: string,
  scopes: readonly Scope[],
  reach: readonly Reach[],
): Condition {
  if (scopes.some((scope) => scope.kind === "none")) return FALSE;
  if (ownership.kind === "open" || scopes.every((scope) => scope.kind === "all")) return TRUE;
  if (ownership.kind === "column") {
    return allOf(
      scopes.map((scope) => overOwner(sql.ref(`${alias}.${ownership.column}`), scope, reach)),
    );
  }
  const parent: Ownership = OWNERSHIP[ownership.parent];
  return sql<boolean>`exists (select from ${sql.id("crm", parent.table)} as parent
    where parent.id = ${sql.ref(`${alias}.${ownership.column}`)}
      and ${overRow(parent, "parent", scopes, reach)})`;
}

function overOwner(owner: RawBuilder<unknown>, scope: Scope, reach: readonly Reach[]): Condition {
  if (scope.kind === "none") return FALSE;
  if (scope.kind === "all") return TRUE;
  const [first, ...rest] = scope.of;
  if (first?.kind === "owner" && rest.length === 0) {
    return sql<boolean>`${owner} = ${first.userId}::uuid`;
  }
  const known = scope.of.map((leaf) => ownersKnown(leaf, reach));
  if (known.some((ids) => ids === undefined)) {
    // One array, computed once a statement: unlike a semi-join it lets the index of the owner be used.
    return sql<boolean>`${owner} = any(array(${ownersIn(scope.of)}))`;
  }
  const owners = [...new Set(known.flat())];
  return owners.length <= FEW_OWNERS
    ? sql<boolean>`${owner} = any(${owners}::uuid[])`
    : // Hidden in coalesce, the planner walks the order of the list and looks each owner up in a hash.
      sql<boolean>`coalesce(${owner} = any(${owners}::uuid[]), false)`;
}

/** Up to so many owners have few rows of all, which are best found by their owner. */
const FEW_OWNERS = 100;

/** The owners that a leaf admits, where they are known beforehand. */
const ownersKnown = (leaf: ScopeLeaf, reach: readonly Reach[]): readonly string[] | undefined =>
  leaf.kind === "owner"
    ? [leaf.userId]
    : reach.find(
        ({ departmentId, subtree }) =>
          departmentId === leaf.departmentId && subtree === leaf.subtree,
      )?.owners;

const allOf = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`(${sql.join(conditions, sql` and `)})`;
