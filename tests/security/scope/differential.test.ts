import fc from "fast-check";
import { graphql, type ExecutionResult } from "graphql";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doorsOf } from "../../../api/access/doors.ts";
import { ownersOf } from "../../../api/access/owners.ts";
import { scopeFor } from "../../../api/access/policy.ts";
import { NOBODY, Principals, principalByLogin } from "../../../api/access/principal.ts";
import { matchesScope } from "../../../api/access/scope-match.ts";
import { permittedRows } from "../../../api/access/scope-sql.ts";
import { Tokens } from "../../../api/access/tokens.ts";
import { allLists, targetOf } from "../../../api/lists/define-list.ts";
import { ChangeFeed } from "../../../api/live/changes.ts";
import { buildGuardedSchema } from "../../../api/server/build-schema.ts";
import { makeContext } from "../../../api/server/context.ts";
import { rowsOf } from "../../../api/server/request-context.ts";
import { SYSTEM_ROWS, withRowContext } from "../../../schema/access/row-context.ts";
import { systemClock } from "../../../schema/kernel/clock.ts";
import { loadConfig } from "../../../schema/kernel/config.ts";
import { createLog } from "../../../schema/kernel/log.ts";
import type { UserPrincipal } from "../../../schema/kernel/principal.ts";
import { Vault } from "../../../schema/kernel/vault.ts";
import { plain } from "../../../schema/orm.ts";
import { connectionFor } from "../../../schema/postgres/server.ts";
import { ownDatabase } from "../../support/database.ts";
import { companies, reorganised, RESOURCES, type Company, type Resource } from "./company.ts";
import { PROBES } from "./doors.ts";
import { oracle } from "./oracle.ts";
import { idOf, loginOf, numberOf, store, TABLES } from "./store.ts";

/** Companies, each asked before and after a reorganisation, by all of its users, through all doors. */
const COMPANIES = 12;

const database = ownDatabase();
const schema = await buildGuardedSchema();
const em = () => database.orm.em.fork();
let changes: ChangeFeed;
let cases = 0;

beforeAll(async () => {
  const { server, name } = database;
  changes = await ChangeFeed.open(connectionFor(server, "crm_app", name), createLog("silent"));
});
afterAll(() => changes.close());

const sorted = (ids: readonly { id: string }[]): number[] =>
  ids.map(({ id }) => numberOf(id)).toSorted((left, right) => left - right);

/** The filter of lists alone: the database admits everything. */
const bySql = async (principal: UserPrincipal, resource: Resource): Promise<number[]> =>
  withRowContext(SYSTEM_ROWS, async () => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.raw(TABLES[resource])} as t
      where ${permittedRows(principal, resource, "read", "t")}`.execute(plain(em()));
    return sorted(rows);
  });

/** The backstop alone: a statement that knows nothing of rights. */
const byRls = (principal: UserPrincipal, resource: Resource): Promise<number[]> =>
  withRowContext(rowsOf(principal), async () => {
    const { rows } = await sql<{ id: string }>`select id from ${sql.raw(TABLES[resource])}`.execute(
      plain(em()),
    );
    return sorted(rows);
  });

/** The predicate in memory, over the organisation as data. */
function inMemory(company: Company, principal: UserPrincipal, resource: Resource): number[] {
  const above = (department: number | undefined): string[] =>
    department === undefined
      ? []
      : [idOf("department", department), ...above(company.departments[department]?.parent)];
  const sees = (what: Resource, owner: number | undefined): boolean =>
    matchesScope(
      scopeFor(principal, what, "read"),
      owner === undefined
        ? null
        : { userId: idOf("user", owner), departmentPath: above(company.users[owner]?.department) },
    );
  const owners =
    resource === "opportunity"
      ? company.opportunities.map(({ assignee, creator }) => assignee ?? creator)
      : company.customers;
  return [...owners.keys()].filter(
    (row) =>
      sees(resource, owners[row]) && (resource !== "contact" || sees("customer", owners[row])),
  );
}

/** The users whose facts a cube would count: the scope as ids. */
const byOwners = (company: Company, principal: UserPrincipal): Promise<number[]> =>
  withRowContext(rowsOf(principal), async () => {
    const owners = await ownersOf(em(), scopeFor(principal, "opportunity", "read"));
    return [...company.opportunities.entries()].flatMap(([row, { assignee, creator }]) => {
      const owner = assignee ?? creator;
      const counts =
        owners === "all" || (owner !== undefined && owners.includes(idOf("user", owner)));
      return counts ? [row] : [];
    });
  });

const askAs = (principal: UserPrincipal) => {
  const rows = rowsOf(principal);
  return (source: string): Promise<ExecutionResult<Record<string, unknown>>> =>
    withRowContext(rows, () => graphql({ schema, source, contextValue: contextFor(principal) }));
};

const contextFor = (principal: UserPrincipal) =>
  makeContext({
    em: em(),
    principal,
    rows: rowsOf(principal),
    locale: "en",
    clock: systemClock,
    config: loadConfig({}),
    warehouse: undefined,
    changes,
    tokens: new Tokens("x".repeat(32), systemClock),
    vault: new Vault("x".repeat(32)),
    principals: new Principals(database.orm, systemClock),
    requestId: "test",
    address: "",
    log: createLog("silent"),
    signal: new AbortController().signal,
    transport: {
      userAgent: undefined,
      refreshToken: undefined,
      setRefreshToken: () => undefined,
      clearRefreshToken: () => undefined,
    },
  });

async function compare(company: Company): Promise<void> {
  await store(database, company);
  for (const asker of company.users.keys()) {
    const principal = await withRowContext(SYSTEM_ROWS, () =>
      principalByLogin(em(), loginOf(asker)),
    );
    if (!principal) throw new Error(`user ${asker} is missing`);
    for (const resource of RESOURCES) {
      const expected = oracle(company, asker, resource);
      cases++;
      expect(await bySql(principal, resource), `${resource} by the filter of lists`).toEqual(
        expected,
      );
      expect(await byRls(principal, resource), `${resource} by row-level security`).toEqual(
        expected,
      );
      expect(inMemory(company, principal, resource), `${resource} in memory`).toEqual(expected);
    }
    expect(await byOwners(company, principal), "opportunities by owners").toEqual(
      oracle(company, asker, "opportunity"),
    );
    const ask = askAs(principal);
    for (const [door, probe] of Object.entries(PROBES)) {
      cases++;
      expect(await probe.seen(ask, company), door).toEqual(probe.expected(company, asker));
    }
  }
}

test("every door shows what a naive reading of the grants says, also after a reorganisation", async () => {
  await fc.assert(
    fc.asyncProperty(companies, fc.integer({ min: 1, max: 5 }), async (company, shift) => {
      await compare(company);
      await compare(reorganised(company, shift));
    }),
    { numRuns: COMPANIES, endOnFailure: false },
  );
  expect(cases).toBeGreaterThan(1000);
}, 300_000);

test("nobody without a session sees a row", async () => {
  for (const resource of RESOURCES) {
    expect(await bySql(NOBODY, resource)).toEqual([]);
    expect(await byRls(NOBODY, resource)).toEqual([]);
  }
});

/** Doors of owned rows that another test proves, with the reason. */
const PROVED_ELSEWHERE: Readonly<Record<string, string>> = {
  "Deal.customer": "the same reader as Opportunity.customer",
  "Customer.parentCustomer": "the same reader as Opportunity.customer",
  "Opportunity.resultCustomer": "the same reader as Opportunity.customer",
};

test("every door of owned rows in the registry is walked here, or named with the reason", () => {
  const owned = new Set<string>(RESOURCES);
  const reads = new Set(["id", "list", "nested", "history"]);
  const tagged = doorsOf(schema)
    .filter(({ kind }) => reads.has(kind))
    .filter(({ permissions }) => permissions.some((p) => owned.has(p.split(":")[0] ?? "")))
    .map(({ name }) => name);
  const relations = allLists().flatMap((list) =>
    Object.entries(list.relations)
      .filter(([, relation]) => owned.has(targetOf(relation).resource))
      .filter(([, relation]) => !targetOf(relation).part)
      .map(([name]) => `${list.name}.${name}`),
  );
  const walked = new Set([...Object.keys(PROBES), ...Object.keys(PROVED_ELSEWHERE)]);
  expect([...tagged, ...relations].filter((door) => !walked.has(door))).toEqual([]);
});
