import { describe, expect, test } from "vitest";
import { can, fieldScope, scopeFor } from "../../../api/access/policy.ts";
import { NOBODY } from "../../../api/access/principal.ts";
import { matchesScope } from "../../../api/access/scope-match.ts";
import type { Grant, UserPrincipal } from "../../../schema/kernel/principal.ts";
import { ALL, anyOf, inDepartments, NONE, ownedBy } from "../../../schema/kernel/scope.ts";

const grant = (given: Partial<Grant>): Grant => ({
  role: "R",
  resource: "customer",
  action: "read",
  scope: "OWN",
  departmentIds: [],
  fields: {},
  ...given,
});
const holder = (...grants: readonly Grant[]): UserPrincipal => ({
  ...NOBODY,
  id: "me",
  departmentId: "mine",
  grants,
});
const system = { kind: "system", name: "cli" } as const;

describe("a scope", () => {
  test.each([
    ["NONE", NONE],
    ["OWN", ownedBy("me")],
    ["DEPARTMENT", inDepartments(["mine"], false)],
    ["DEPARTMENT_TREE", inDepartments(["mine"], true)],
    ["ALL", ALL],
  ] as const)("of %s is seen from the holder's place", (scope, expected) => {
    expect(scopeFor(holder(grant({ scope })), "customer", "read")).toEqual(expected);
  });

  test("of LIST names its departments, without those below", () => {
    const listed = grant({ scope: "LIST", departmentIds: ["a", "b"] });
    expect(scopeFor(holder(listed), "customer", "read")).toEqual(inDepartments(["a", "b"], false));
  });

  test("of several roles is their union, action by action", () => {
    const both = holder(
      grant({ scope: "OWN" }),
      grant({ scope: "DEPARTMENT_TREE" }),
      grant({ scope: "ALL", action: "export" }),
      grant({ scope: "ALL", resource: "contact" }),
    );
    expect(scopeFor(both, "customer", "read")).toEqual(
      anyOf([ownedBy("me"), inDepartments(["mine"], true)]),
    );
    expect(scopeFor(both, "customer", "update")).toEqual(NONE);
  });

  test("is everything for the product itself and nothing for nobody", () => {
    expect(scopeFor(system, "customer", "delete")).toEqual(ALL);
    expect(can(system, "settings:update")).toBe(true);
    expect(scopeFor(NOBODY, "customer", "read")).toEqual(NONE);
    expect(can(NOBODY, "customer:read")).toBe(false);
  });
});

describe("a right on a field", () => {
  const bank = (principal: UserPrincipal, action: "read" | "write") =>
    fieldScope(principal, "customer", action, "bank");

  test("holds only in the row scope of the grant that gives it", () => {
    const two = holder(
      grant({ scope: "OWN", fields: { bank: "read" } }),
      grant({ scope: "ALL", fields: { bank: "masked" } }),
      grant({ scope: "DEPARTMENT", fields: { bank: "hidden" } }),
    );
    expect(bank(two, "read")).toEqual({ clear: ownedBy("me"), masked: ALL });
  });

  test("follows the action where the grant does not name the field", () => {
    expect(bank(holder(grant({ scope: "ALL" })), "read").clear).toEqual(ALL);
    expect(bank(holder(grant({ scope: "ALL" })), "write").clear).toEqual(NONE);
    expect(bank(holder(grant({ scope: "OWN", action: "update" })), "write").clear).toEqual(
      ownedBy("me"),
    );
  });

  test("to read is none to write", () => {
    const reader = holder(grant({ scope: "ALL", action: "update", fields: { bank: "read" } }));
    expect(bank(reader, "write").clear).toEqual(NONE);
  });
});

describe("the predicate in memory", () => {
  const owner = { userId: "you", departmentPath: ["below", "mine", "root"] };

  test.each([
    [ALL, true],
    [NONE, false],
    [ownedBy("you"), true],
    [ownedBy("me"), false],
    [inDepartments(["below"], false), true],
    [inDepartments(["mine"], false), false],
    [inDepartments(["mine"], true), true],
    [inDepartments(["aside"], true), false],
  ])("of %j is %s for an owner below", (scope, expected) => {
    expect(matchesScope(scope, owner)).toBe(expected);
  });

  test("shows a row without an owner to whoever sees everything, and to nobody else", () => {
    expect(matchesScope(ALL, null)).toBe(true);
    expect(matchesScope(anyOf([ownedBy("me"), inDepartments(["root"], true)]), null)).toBe(false);
  });
});
