import { sql, type RawBuilder } from "kysely";
import { protectedFields } from "../../schema/access/permissions.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import { covers } from "../../schema/kernel/scope.ts";
import { fieldScope, scopeFor } from "../access/policy.ts";
import { inScope } from "../access/scope-sql.ts";
import type { ListDefinition } from "./define-list.ts";

type Expression = RawBuilder<unknown>;

/** What stands in the place of a masked text; it tells nothing of the value, not even its length. */
const MASK = "***";

/**
 * How far a principal may see a protected thing among the rows they may read: `clear` and `hidden` hold
 * for every row, `by-row` differs, since a right on a field holds only in the row scope of its grant.
 */
type Sight = "clear" | "hidden" | "by-row";

/** The protected field behind a field or relation, or undefined where it is open with the row. */
function protectionOf(
  list: ListDefinition,
  name: string,
  declared: { readonly protectedAs?: string } | undefined,
): string | undefined {
  const protectedName = declared?.protectedAs ?? name;
  return protectedFields(list.resource).includes(protectedName) && !list.part
    ? protectedName
    : undefined;
}

/** Whether rights may be given on this field alone. */
export const isProtected = (list: ListDefinition, name: string): boolean =>
  protectionOf(list, name, list.fields[name] ?? list.relations[name]) !== undefined;

function sightOf(list: ListDefinition, principal: Principal, protectedName: string): Sight {
  const { clear, masked } = fieldScope(principal, list.resource, "read", protectedName);
  if (covers(clear, scopeFor(principal, list.resource, "read"))) return "clear";
  return clear.kind === "none" && masked.kind === "none" ? "hidden" : "by-row";
}

/** The value of a field or relation as the principal may read it: itself, its mask or nothing. */
export function readable(
  list: ListDefinition,
  principal: Principal,
  alias: string,
  name: string,
  value: Expression,
): Expression {
  const declared = list.fields[name] ?? list.relations[name];
  const protectedName = protectionOf(list, name, declared);
  if (!protectedName) return value;
  const sight = sightOf(list, principal, protectedName);
  if (sight !== "by-row") return sight === "clear" ? value : sql`null`;
  const { clear, masked } = fieldScope(principal, list.resource, "read", protectedName);
  const mask = list.fields[name]?.kind === "text" ? sql`${MASK}::text` : sql`null`;
  return sql`case when ${inScope(clear, list.resource, alias)} then ${value}
    when ${inScope(masked, list.resource, alias)} then ${mask} end`;
}

/**
 * The value of a field for conditions and orders, without masks; undefined where the principal sees it
 * in clear nowhere. Where it is clear on some rows only, the others count as rows without a value.
 */
export function comparable(
  list: ListDefinition,
  principal: Principal,
  alias: string,
  name: string,
): Expression | undefined {
  const field = list.fields[name];
  if (!field) return undefined;
  const value = field.expression?.(alias) ?? sql.id(alias, field.column);
  const protectedName = protectionOf(list, name, field);
  if (!protectedName) return value;
  const sight = sightOf(list, principal, protectedName);
  if (sight === "clear") return value;
  const { clear } = fieldScope(principal, list.resource, "read", protectedName);
  if (clear.kind === "none") return undefined;
  return sql`case when ${inScope(clear, list.resource, alias)} then ${value} end`;
}
