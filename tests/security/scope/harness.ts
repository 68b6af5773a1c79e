import { graphql, parse, type ExecutionResult, type GraphQLSchema } from "graphql";
import { sql } from "kysely";
import { afterAll, beforeAll, expect } from "vitest";
import { scopeFor } from "../../../api/access/policy.ts";
import { Principals, principalByLogin } from "../../../api/access/principal.ts";
import { matchesScope } from "../../../api/access/scope-match.ts";
import { permittedRows } from "../../../api/access/scope-sql.ts";
import { Tokens } from "../../../api/access/tokens.ts";
import { announceChange, ChangeFeed } from "../../../api/live/changes.ts";
import { subscribeFresh } from "../../../api/live/subscribe-fresh.ts";
import { makeContext } from "../../../api/server/context.ts";
import { rowsOf } from "../../../api/server/request-context.ts";
import { Vault } from "../../../schema/kernel/vault.ts";
import { SYSTEM_ROWS, withRowContext } from "../../../schema/access/row-context.ts";
import { systemClock } from "../../../schema/kernel/clock.ts";
import { loadConfig } from "../../../schema/kernel/config.ts";
import { createLog } from "../../../schema/kernel/log.ts";
import type { UserPrincipal } from "../../../schema/kernel/principal.ts";
import { plain } from "../../../schema/orm.ts";
import { connectionFor } from "../../../schema/postgres/server.ts";
import { ownDatabase, type OwnDatabase } from "../../support/database.ts";
import { ownWarehouse } from "../../support/own-warehouse.ts";
import { RESOURCES, type Company, type Resource } from "./company.ts";
import { CUBE_PROBES } from "./cube-doors.ts";
import { RECORD_PROBES, sampleOf, type Depth, type DoorProbe } from "./doors.ts";
import { oracle } from "./oracle.ts";
import { idOf, loginOf, numberOf, store, TABLES } from "./store.ts";

const PROBES: Readonly<Record<string, readonly DoorProbe[]>> = {
  ...Object.fromEntries(Object.entries(RECORD_PROBES).map(([door, probe]) => [door, [probe]])),
  ...CUBE_PROBES,
};
const DELIVERY = "Subscription.opportunityChanged";
const CHANGED = parse("subscription { opportunityChanged { id } }");

type Asked = Promise<ExecutionResult<Record<string, unknown>>>;

/** Asks a stored company through every door and compares the answers with the oracle. */
export interface ScopeHarness {
  readonly database: OwnDatabase;
  /** Replaces whatever there is by a company, in the database and in the warehouse. */
  store(company: Company): Promise<void>;
  /** Compares all that a user is shown; answers how many comparisons that were. */
  compare(company: Company, asker: number, depth: Depth): Promise<number>;
  /** One operation by a user, with the rights that the database gives them now. */
  run(login: string, source: string, variables?: Readonly<Record<string, unknown>>): Asked;
  /** What the filter of lists and row-level security admit. */
  bySql(principal: UserPrincipal, resource: Resource): Promise<number[]>;
  byRls(principal: UserPrincipal, resource: Resource): Promise<number[]>;
}

export function scopeHarness(schema: GraphQLSchema): ScopeHarness {
  const database = ownDatabase();
  const warehouse = ownWarehouse(database);
  const em = () => database.orm.em.fork();
  let changes: ChangeFeed;
  let parts: Pick<
    Parameters<typeof makeContext>[0],
    "config" | "tokens" | "vault" | "principals" | "log"
  >;
  beforeAll(async () => {
    const { server, name, orm } = database;
    const log = createLog("silent");
    changes = await ChangeFeed.open(connectionFor(server, "crm_app", name), log);
    parts = {
      config: { ...loadConfig({}), secret: "x".repeat(32) },
      tokens: new Tokens("x".repeat(32), systemClock),
      vault: new Vault("x".repeat(32)),
      principals: new Principals(orm, systemClock),
      log,
    };
  });
  afterAll(() => changes.close());

  const contextFor = (principal: UserPrincipal) =>
    makeContext({
      ...parts,
      em: em(),
      principal,
      rows: rowsOf(principal),
      locale: "en",
      clock: systemClock,
      warehouse: warehouse.engine,
      changes,
      requestId: "test",
      address: "",
      signal: new AbortController().signal,
      transport: {
        userAgent: undefined,
        refreshToken: undefined,
        setRefreshToken: () => undefined,
        clearRefreshToken: () => undefined,
      },
    });

  const principalOf = async (login: string): Promise<UserPrincipal> => {
    const found = await withRowContext(SYSTEM_ROWS, () => principalByLogin(em(), login));
    if (!found) throw new Error(`${login} is missing`);
    return found;
  };

  const askAs =
    (principal: UserPrincipal) =>
    (source: string, variableValues: Readonly<Record<string, unknown>> = {}): Asked =>
      withRowContext(rowsOf(principal), () =>
        graphql({ schema, source, variableValues, contextValue: contextFor(principal) }),
      );

  /** What a subscription tells of changes to the given rows; it ends with the session, behind the last of them. */
  const byDelivery = async (
    principal: UserPrincipal,
    changed: readonly number[],
  ): Promise<number[]> => {
    let told = 0;
    const stream = await withRowContext(rowsOf(principal), () =>
      subscribeFresh({ schema, document: CHANGED, contextValue: contextFor(principal) }, async () =>
        told++ < changed.length ? contextFor(principal) : undefined,
      ),
    );
    if (!(Symbol.asyncIterator in stream)) return [];
    await em().transactional(async (tx) => {
      for (const number of [...changed, 999_999]) {
        await announceChange(tx, { resource: "opportunity", id: idOf("opportunity", number) });
      }
    });
    const heard: { id: string }[] = [];
    for await (const { data } of stream) {
      const row = data?.["opportunityChanged"];
      if (row) heard.push(row as { id: string });
    }
    return sorted(heard);
  };

  const harness: ScopeHarness = {
    database,
    async store(company) {
      await store(database, company);
      await warehouse.load("FULL");
    },
    // The database admits everything, so only the filter of lists works.
    bySql: (principal, resource) =>
      withRowContext(SYSTEM_ROWS, async () => {
        const { rows } = await sql<{ id: string }>`select id from ${sql.raw(TABLES[resource])} as t
          where ${permittedRows(principal, resource, "read", "t")}`.execute(plain(em()));
        return sorted(rows);
      }),
    // A statement that knows nothing of rights, so only the backstop works.
    byRls: (principal, resource) =>
      withRowContext(rowsOf(principal), async () => {
        const { rows } = await sql<{ id: string }>`
          select id from ${sql.raw(TABLES[resource])}`.execute(plain(em()));
        return sorted(rows);
      }),
    run: async (login, source, variables = {}) =>
      askAs(await principalOf(login))(source, variables),
    async compare(company, asker, depth) {
      const principal = await principalOf(loginOf(asker));
      let cases = 0;
      const same = (seen: readonly number[], expected: readonly number[], door: string): void => {
        cases++;
        expect(seen, door).toEqual(expected);
      };
      for (const resource of RESOURCES) {
        const expected = oracle(company, asker, resource);
        same(await harness.bySql(principal, resource), expected, `${resource} by lists`);
        same(await harness.byRls(principal, resource), expected, `${resource} by row policies`);
        same(inMemory(company, principal, resource), expected, `${resource} in memory`);
      }
      const ask = askAs(principal);
      for (const [door, probes] of Object.entries(PROBES)) {
        for (const probe of probes) {
          const expected = probe.expected(company, asker, depth);
          same(await probe.seen(ask, company, depth, asker), expected, door);
        }
      }
      const changed = sampleOf(company, "opportunity", depth);
      const seen = new Set(oracle(company, asker, "opportunity"));
      const expected = changed.filter((row) => seen.has(row));
      same(await byDelivery(principal, changed), expected, DELIVERY);
      return cases;
    },
  };
  return harness;
}

/** The doors that are walked, by their name in the registry. */
export const WALKED: readonly string[] = [...Object.keys(PROBES), DELIVERY];

const sorted = (ids: readonly { id: string }[]): number[] =>
  ids.map(({ id }) => numberOf(id)).toSorted((left, right) => left - right);

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
