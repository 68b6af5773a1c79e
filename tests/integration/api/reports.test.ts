import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { ADMIN } from "../../support/api.ts";
import { level, QUESTION, reportingCompany, wonBy } from "../../support/reporting-company.ts";
import type { Login } from "../../support/sales-company.ts";

const { company, hold } = reportingCompany();
afterEach(() => hold());

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
  hold(async (signal) => {
    reached?.();
    if (signal) await once(signal, "abort");
    stopped?.();
  });
  const leaving = new AbortController();
  const request = fetch(`${company.address}/graphql`, {
    method: "POST",
    signal: leaving.signal,
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${company.tokenOf("ann")}`,
    },
    body: JSON.stringify({
      query: QUESTION,
      variables: { input: { ...wonBy(), consistency: "FRESH" } },
    }),
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
  hold(() => released);
  const many = Array.from({ length: 60 }, async () => {
    const answer = await company.as("ann", QUESTION, {
      input: { ...wonBy(), consistency: "FRESH" },
    });
    if (answer.errors[0]?.extensions.code === "LIMIT_EXCEEDED" && ++refused === 16) release?.();
    return answer;
  });
  const answers = await Promise.all(many);
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(44);
  expect(await totalOf("wes")).toEqual({ amount: 800, count: 1 });
});
