import { RESOURCES, type Resource } from "../../schema/access/permissions.ts";
import type { BreakGlassAccess, Grant, UserPrincipal } from "../../schema/kernel/principal.ts";

/** What the company works with, as opposed to what administrators look after. */
const BUSINESS: readonly Resource[] = ["customer", "contact", "opportunity", "product"];

/** Reading and totals over all rows, every field in clear; nothing is changed under them. */
const GRANTS: readonly Grant[] = BUSINESS.flatMap((resource) =>
  (["read", "aggregate"] as const)
    .filter((action) => (RESOURCES[resource].actions as readonly string[]).includes(action))
    .map((action) => ({
      role: "BREAK_GLASS",
      resource,
      action,
      scope: "ALL",
      departmentIds: [],
      fields: {},
    })),
);

/** The principal with what break-glass access adds: to every door it is a grant like any other. */
export const withBreakGlass = (
  principal: UserPrincipal,
  breakGlass: BreakGlassAccess,
): UserPrincipal => ({
  ...principal,
  grants: [...principal.grants, ...GRANTS],
  breakGlass,
});
