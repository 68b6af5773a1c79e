import fs from "node:fs";
import { once } from "node:events";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openEtl, type Etl } from "../../../etl/etl.ts";
import { systemClock } from "../../../schema/kernel/clock.ts";
import { createLog } from "../../../schema/kernel/log.ts";
import { connectionFor } from "../../../schema/postgres/server.ts";
import { openWarehouse } from "../../../warehouse/engine/duckdb.ts";
import type { Engine } from "../../../warehouse/engine/engine.ts";
import { ADMIN } from "../../support/api.ts";
import { salesCompany, type Login } from "../../support/sales-company.ts";

const directory = fs.mkdtempSync(path.join(os.tmpdir(), "crm-reports-"));
let engine: Engine | undefined;
/** What an engine that is slow waits for before it answers. */
let hold: ((signal: AbortSignal | undefined) => Promise<unknown>) | undefined;

/** The real engine, only that a test may keep it waiting. */
const heldEngine = (real: Engine): Engine =>
  new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name !== "snapshot") return value.bind(target) as unknown;
      return async (...args: Parameters<Engine["snapshot"]>) => {
        await hold?.(args[0].signal);
        return target.snapshot(...args);
      };
    },
  });

beforeAll(async () => {
  engine = await openWarehouse({
    file: path.join(directory, "crm.duckdb"),
    stageDirectory: path.join(directory, "stage"),
    tempDirectory: path.join(directory, "temp"),
  });
});
const company = salesCompany({ warehouse: () => engine && heldEngine(engine) });
let etl: Etl | undefined;

/** Won amounts; sums of any two of them differ. */
const WON = { ann: 100, bob: 200, hal: 400, wes: 800 } as const satisfies Partial<
  Record<Login, number>
>;

beforeAll(async () => {
  for (const [login, amount] of Object.entries(WON)) {
    const owner = company.idOf(login as Login);
    await company.rows(
      `insert into crm.customer (number, name, account_manager_id, credit, tier)
       values ($1, $1, $2, 5, 3)`,
      [`customer of ${login}`, owner],
    );
    await company.rows(
      `insert into crm.opportunity (number, title, source_id, customer_id, success_rate, description,
         currency, status, furthest_status, assignee_id, created_by_id, closed_at, closed_amount)
       values ($1, $1, (select id from crm.dictionary_entry where code = 'WEBSITE'),
         (select id from crm.customer where account_manager_id = $2), 100, 'x', 'CNY', 'WON', 'WON',
         $2, $2, '2026-01-15T04:00:00Z', $3)`,
      [`deal of ${login}`, owner, amount],
    );
  }
  const { server, name } = company.database;
  if (!engine) throw new Error("the warehouse is open only while tests run");
  etl = await openEtl({
    source: connectionFor(server, "crm_etl", name),
    engine,
    config: { timeZone: "Asia/Shanghai", fiscalStart: 1 },
    log: createLog("silent"),
    clock: systemClock,
  });
  await etl.run({ mode: "INCREMENTAL", requestedBy: "system:test" });
});
afterEach(() => {
  hold = undefined;
});
afterAll(async () => {
  await etl?.close();
  await engine?.close();
  fs.rmSync(directory, { recursive: true, force: true });
});

const QUESTION = `query ($input: CubeQueryInput!) { cubeQuery(input: $input) {
  axes { rows { positions { kind members { key caption } drill { through } } totalPositions } }
  cells { row column measure value formatted status }
  grid { values } measures { measure title } freshness { state runId } source { engine rollup { used } }
  truncated { any } warnings { code } pageInfo { hasNextPage hasPreviousPage endCursor } normalized queryHash } }`;
const wonBy = (rows: object[] = []) => ({
  cube: "opportunities",
  measures: [{ measure: "wonAmount" }, { measure: "opportunityCount" }],
  rows,
});
const level = (dimension: string, name: string) => [
  { item: { level: { dimension, level: name } } },
];

interface Cells {
  readonly cubeQuery: {
    readonly cells: readonly { readonly measure: string; readonly value: string | null }[];
  };
}
async function totalOf(login: Login): Promise<{ amount: number; count: number }> {
  const { data, errors } = await company.as<Cells>(login, QUESTION, { input: wonBy() });
  expect(errors).toEqual([]);
  const valueOf = (measure: string): number =>
    Number(data?.cubeQuery.cells.find((cell) => cell.measure === measure)?.value ?? 0);
  return { amount: valueOf("wonAmount"), count: valueOf("opportunityCount") };
}

describe("a cube", () => {
  test.each<[Login, number, number]>([
    ["boss", 1500, 4],
    ["max", 1500, 4],
    ["eva", 700, 3],
    ["wanda", 800, 1],
    ["ann", 100, 1],
    ["hal", 400, 1],
  ])("counts for %s what their scope reaches", async (login, amount, count) => {
    expect(await totalOf(login)).toEqual({ amount, count });
  });

  test("is closed to whoever may aggregate nothing", async () => {
    const { errors } = await company.as("amy", QUESTION, { input: wonBy() });
    expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
    const token = await company.signIn(ADMIN.login, ADMIN.password);
    const admin = await company.ask(QUESTION, { input: wonBy() }, { token });
    expect(admin.errors[0]?.extensions.code).toBe("FORBIDDEN");
  });

  test("follows a department that was moved a second ago, without a load", async () => {
    const move = (above: string) =>
      company.rows("update crm.department set parent_id = $1 where code = 'HARBOUR'", [
        company.departmentId(above),
      ]);
    await move("WEST");
    expect(await totalOf("eva")).toEqual({ amount: 300, count: 2 });
    expect(await totalOf("wanda")).toEqual({ amount: 1200, count: 2 });
    await move("EAST");
    expect(await totalOf("eva")).toEqual({ amount: 700, count: 3 });
  });

  test("answers the whole published shape", async () => {
    const { data, errors } = await company.as("boss", QUESTION, {
      input: wonBy(level("owner", "user")),
    });
    expect(errors).toEqual([]);
    const result = data?.["cubeQuery"] as {
      axes: { rows: { positions: { kind: string; members: { caption: string }[] }[] } };
      pageInfo: object;
    };
    const captions = result.axes.rows.positions.map(({ members }) => members[0]?.caption);
    expect(captions).toEqual(expect.arrayContaining(["ann", "bob", "hal", "wes"]));
    expect(result.axes.rows.positions.at(-1)?.kind).toBe("GRAND_TOTAL");
    expect(result.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });
});

describe("a question with faults", () => {
  test("hears of all of them at once, with the nearest names", async () => {
    const { errors } = await company.as("boss", QUESTION, {
      input: {
        cube: "opportunities",
        measures: [{ measure: "wonAmout" }],
        rows: level("owner", "usr"),
      },
    });
    expect(errors[0]?.extensions.code).toBe("INVALID_INPUT");
    const issues = errors[0]?.extensions.issues ?? [];
    expect(issues).toHaveLength(2);
    expect(JSON.stringify(issues)).toContain("wonAmount");
  });

  test("and two fields in a one-of input is refused before it runs", async () => {
    const { status, errors } = await company.as("boss", QUESTION, {
      input: wonBy([{ item: { set: "x", level: { dimension: "owner", level: "user" } } }]),
    });
    expect(status).toBe(400);
    expect(errors[0]?.extensions.code).toBe("INVALID_INPUT");
  });
});

describe("a name that is hidden from the asker", () => {
  const LEVELS =
    '{ cube(name: "opportunities") { dimensions { name hierarchies { levels { name } } } } }';
  const byCredit = { input: wonBy(level("customer", "credit")) };
  const hide = (right: string) =>
    company.rows(
      `update crm.role_grant g set fields = jsonb_set(fields, '{credit}', to_jsonb($1::text))
       from crm.role r where r.id = g.role_id and r.code = 'ACCOUNT_MANAGER'
         and g.resource = 'customer' and g.action = 'read'`,
      [right],
    );
  const forgotten = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));

  test("does not exist: not in the catalogue, and not as a suggestion", async () => {
    expect((await company.as("ann", QUESTION, byCredit)).errors).toEqual([]);
    await hide("hidden");
    await forgotten();
    const catalogue = await company.as("ann", LEVELS);
    expect(catalogue.errors).toEqual([]);
    expect(catalogue.text).not.toContain("credit");
    const { errors } = await company.as("ann", QUESTION, byCredit);
    expect(errors[0]?.extensions.code).toBe("INVALID_INPUT");
    const near = await company.as("ann", QUESTION, { input: wonBy(level("customer", "credi")) });
    expect(JSON.stringify(near.errors[0]?.extensions.issues)).not.toContain('"credit"');
    expect((await company.as("eva", QUESTION, byCredit)).errors).toEqual([]);
    await hide("read");
  });

  test("makes a cube NOT_FOUND like one that was never declared", async () => {
    const named = (name: string) => company.as("ann", `{ cube(name: "${name}") { name } }`);
    expect((await named("opportunities")).data).toEqual({ cube: { name: "opportunities" } });
    expect((await named("nothing")).errors[0]?.extensions.code).toBe("NOT_FOUND");
  });
});

test("the catalogue lists the cubes in the language of the request", async () => {
  const { data } = await company.as("max", "{ cubes { name title measures { name title } } }");
  const cubes = data?.["cubes"] as { name: string; title: string }[];
  expect(cubes.map(({ name }) => name)).toEqual(["opportunities", "opportunityFlow"]);
  expect(cubes[0]?.title).toBe("Opportunities");
});

test("a question stops when its asker goes away", async () => {
  let stopped: (() => void) | undefined;
  const stop = new Promise<void>((resolve) => (stopped = resolve));
  let reached: (() => void) | undefined;
  const waiting = new Promise<void>((resolve) => (reached = resolve));
  hold = async (signal) => {
    reached?.();
    if (signal) await once(signal, "abort");
    stopped?.();
  };
  const leaving = new AbortController();
  const request = fetch(`${company.address}/graphql`, {
    method: "POST",
    signal: leaving.signal,
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${company.tokenOf("ann")}`,
    },
    body: JSON.stringify({ query: QUESTION, variables: { input: wonBy() } }),
  });
  await waiting;
  leaving.abort();
  await expect(request).rejects.toThrow();
  await stop;
});

test("one user with many questions at once is limited, and nobody else is", async () => {
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let refused = 0;
  hold = () => released;
  const many = Array.from({ length: 60 }, async () => {
    const answer = await company.as("ann", QUESTION, { input: wonBy() });
    if (answer.errors[0]?.extensions.code === "LIMIT_EXCEEDED" && ++refused === 16) release?.();
    return answer;
  });
  const answers = await Promise.all(many);
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(44);
  expect(await totalOf("wes")).toEqual({ amount: 800, count: 1 });
});
