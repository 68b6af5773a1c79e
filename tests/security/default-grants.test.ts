import { describe, expect, test } from "vitest";
import {
  CUSTOMER_DETAIL_FIELDS,
  FINANCE_FIELDS,
  RESOURCE_NAMES,
  RESOURCES,
  type Resource,
} from "../../schema/access/permissions.ts";
import { ADMIN, ownApi } from "../support/api.ts";

/**
 * The table of default grants, a row a line: R read, C create, U update, D delete, A assign, X export, G aggregate,
 * other actions by name; scope behind. Rows and actions of what does not exist yet wait until it does.
 */
const TABLE = `
| resource         | SYSTEM_ADMIN   | SALES_SUPERVISOR                                            | ACCOUNT_MANAGER                                      | SERVICE_AGENT                              | EXECUTIVE |
| opportunity      |                | R/U/A/X/G/import TREE, C/reassign/reopen/plan TREE, D OWN   | C/R/U/G OWN, D OWN, plan/close OWN                   |                                            | G ALL     |
| customer         |                | R/C/U/D/X/G/restore/merge/import/transfer TREE              | R/C/U/G OWN                                          | R ALL                                      | R/G ALL   |
| contact          |                | R/C/U/D/X/G/restore/merge/import/transfer/reveal/erase TREE | R/C/U/G/reveal OWN                                   | R ALL                                      | R/G ALL   |
| interaction      |                | R/C/U/D/X/G/import TREE                                     | R/C/U/G OWN                                          | R ALL                                      | R/G ALL   |
| churnCase        | run ALL        | R/G/recover TREE                                            | R/G/defer/confirm/recover OWN                        |                                            | R/G ALL   |
| serviceCase      |                | R/A/D/G/reassign/import/message TREE                        | C/R/G/message/feedback/process OWN                   | C/R/G/claim/message DEPARTMENT, feedback/process OWN | G ALL |
| product          |                | R/G ALL                                                     | R/G ALL                                              | R ALL                                      | R/G ALL   |
| stock            |                | R/G ALL                                                     | R/G ALL                                              | R ALL                                      | R/G ALL   |
| order            |                | R/G TREE                                                    | R/G OWN                                              | R ALL                                      | R/G ALL   |
| quota            |                | C/R/U/D/G TREE                                              | R/G OWN                                              |                                            | R/G ALL   |
| campaign         |                | C/R/U/D TREE                                                | R ALL                                                | R ALL                                      | R ALL     |
| dictionary       | C/R/U/D/import ALL | R ALL                                                   | R ALL                                                | R ALL                                      | R ALL     |
| user             | * ALL          | R ALL                                                       | R ALL                                                | R ALL                                      | R ALL     |
| department       | * ALL          | R ALL                                                       | R ALL                                                | R ALL                                      | R ALL     |
| role             | * ALL          |                                                             |                                                      |                                            |           |
| audit            | * ALL          |                                                             |                                                      |                                            |           |
| etl              | * ALL          |                                                             |                                                      |                                            |           |
| settings         | * ALL          |                                                             |                                                      |                                            |           |
| breakGlass       | * ALL          |                                                             |                                                      |                                            |           |
| apiKey           | * ALL          |                                                             |                                                      |                                            |           |
`;

/** Fields of a row on which the table says more than the row does. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> =
  {
    "customer:read": {
      SALES_SUPERVISOR: fields(FINANCE_FIELDS, "read"),
      ACCOUNT_MANAGER: fields(FINANCE_FIELDS, "write"),
      SERVICE_AGENT: fields([...CUSTOMER_DETAIL_FIELDS, ...FINANCE_FIELDS], "hidden"),
      EXECUTIVE: fields(FINANCE_FIELDS, "masked"),
    },
    // Reading bank and tax data is all that a supervisor may do with it.
    "customer:update": {
      SALES_SUPERVISOR: fields(FINANCE_FIELDS, "read"),
      ACCOUNT_MANAGER: fields(FINANCE_FIELDS, "write"),
    },
    "contact:read": { SERVICE_AGENT: { memo: "hidden" } },
    "user:read": Object.fromEntries(
      ["SALES_SUPERVISOR", "ACCOUNT_MANAGER", "SERVICE_AGENT", "EXECUTIVE"].map((role) => [
        role,
        fields(RESOURCES.user.fields, "hidden"),
      ]),
    ),
  };

function fields(names: readonly string[], right: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, right]));
}

const LETTERS: Readonly<Record<string, string>> = {
  R: "read",
  C: "create",
  U: "update",
  D: "delete",
  A: "assign",
  X: "export",
  G: "aggregate",
};
const [head = [], ...body] = TABLE.trim()
  .split("\n")
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const ROLES = head.slice(1);
const ROWS = new Map(body.map(([resource = "", ...cells]) => [resource, cells]));

/** `action scope` of a cell, as far as the resource knows the action. */
function grantsOf(resource: Resource, cell: string): string[] {
  const known: readonly string[] = RESOURCES[resource].actions;
  return cell
    .split(",")
    .filter((part) => part.trim() !== "")
    .flatMap((part) => {
      const [actions = "", scope = ""] = part.trim().split(" ");
      const named = actions === "*" ? known : actions.split("/").map((a) => LETTERS[a] ?? a);
      return named
        .filter((action) => known.includes(action))
        .map((action) => `${action} ${scope === "TREE" ? "DEPARTMENT_TREE" : scope}`);
    })
    .toSorted();
}

interface Role {
  readonly code: string;
  readonly grants: readonly {
    readonly resource: string;
    readonly action: string;
    readonly scope: string;
    readonly fields: readonly { readonly field: string; readonly right: string }[];
  }[];
}

describe("a new installation", () => {
  const api = ownApi();
  let roles: readonly Role[] = [];
  const read = async (): Promise<readonly Role[]> => {
    if (roles.length > 0) return roles;
    const { data } = await api.ask<{ roles: { edges: { node: Role }[] } }>(
      "{ roles { edges { node { code grants { resource action scope fields { field right } } } } } }",
      {},
      { token: await api.signIn(ADMIN.login, ADMIN.password) },
    );
    return (roles = (data?.roles.edges ?? []).map(({ node }) => node));
  };

  test("has the roles of the table and no others", async () => {
    expect((await read()).map(({ code }) => code)).toEqual(ROLES.toSorted());
  });

  test.each(RESOURCE_NAMES)("gives on %s what its row of the table says", async (resource) => {
    const row = ROWS.get(resource);
    if (!row) throw new Error(`${resource} has no row in the table of default grants`);
    for (const [index, code] of ROLES.entries()) {
      const held = (await read())
        .find((role) => role.code === code)
        ?.grants.filter((grant) => grant.resource === resource);
      const granted = (held ?? []).map(({ action, scope }) => `${action} ${scope}`).toSorted();
      expect(granted, `${code} on ${resource}`).toEqual(grantsOf(resource, row[index] ?? ""));
      for (const { action, fields: rights } of held ?? []) {
        if (action !== "read" && action !== "update") continue;
        const expected = FIELDS[`${resource}:${action}`]?.[code] ?? {};
        const actual = Object.fromEntries(rights.map(({ field, right }) => [field, right]));
        expect(actual, `${code} on fields of ${resource}:${action}`).toEqual(expected);
      }
    }
  });
});
