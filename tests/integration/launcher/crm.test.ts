import { beforeAll, expect, inject, test } from "vitest";
import { randomBytes } from "node:crypto";
import { buildIfNeeded } from "../../../scripts/build.mjs";
import { dropDatabase } from "../../../schema/postgres/create-database.ts";
import { crm, READY } from "../../support/crm-process.ts";
import { dataFolder, ended } from "../../support/launch.ts";

const PASSWORD = "a password for these tests";

beforeAll(() => {
  if (!buildIfNeeded({ only: "server" })) throw new Error("the server does not build");
}, 120_000);

const environmentOf = (dataDir: string): Record<string, string> => ({
  CRM_DATA_DIR: dataDir,
  CRM_ADMIN_PASSWORD: PASSWORD,
  PORT: "0",
});

async function ask<Data>(address: string, query: string, token?: string): Promise<Data> {
  const answer = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query }),
  });
  const body = (await answer.json()) as { data?: Data; errors?: unknown };
  if (!body.data || body.errors) throw new Error(JSON.stringify(body));
  return body.data;
}

async function signIn(address: string, password: string, login = "admin"): Promise<string> {
  const { signIn: session } = await ask<{ signIn: { accessToken: string } }>(
    address,
    `mutation { signIn(input: { login: ${JSON.stringify(login)}, password: ${JSON.stringify(password)} }) { accessToken } }`,
  );
  return session.accessToken;
}

const status = async (address: string, route: string): Promise<number> =>
  (await fetch(`${address}${route}`)).status;

test("a first start prints the address, a password that works, where the data lies and what comes next", async () => {
  const folder = dataFolder();
  const { CRM_ADMIN_PASSWORD: _given, ...environment } = environmentOf(folder);
  const start = crm(["start"], environment);
  const address = await start.says(READY);
  const password = await start.says(/with the password (\S+)/);
  expect(await start.says(/next .*/)).toContain("crm import");
  expect(start.stdout()).toContain(folder);
  expect(await status(address, "/livez")).toBe(200);
  expect(await signIn(address, password)).toMatch(/^ey/);
});

test("a stop in good order ends with code 0 and the next start finds everything", async () => {
  const environment = environmentOf(dataFolder());
  const first = crm(["start"], environment);
  await signIn(await first.says(READY), PASSWORD);
  first.process.kill("SIGTERM");
  expect(await first.ended).toMatchObject({ code: 0 });
  const second = crm(["start"], environment);
  await signIn(await second.says(READY), PASSWORD);
  expect(second.stdout()).not.toContain("with the password");
});

test("after kill -9 the next start works and loads the warehouse", async () => {
  const environment = { ...environmentOf(dataFolder()), ETL_CRON: "0 0 1 1 *" };
  const first = crm(["start"], environment);
  await first.says(READY);
  await ended(first.process, "SIGKILL");
  const second = crm(["start"], environment);
  const address = await second.says(READY);
  const token = await signIn(address, PASSWORD);
  await expect
    .poll(
      async () => {
        const query = "{ etlRuns(first: 1) { edges { node { status } } } }";
        return ask(address, query, token);
      },
      { timeout: 30_000 },
    )
    .toEqual({ etlRuns: { edges: [{ node: { status: "SUCCEEDED" } }] } });
}, 60_000);

test("a second start on one data directory is refused in one sentence", async () => {
  const environment = environmentOf(dataFolder());
  const first = crm(["start"], environment);
  await first.says(READY);
  const { code, stderr } = await crm(["start"], environment).ended;
  expect(code).toBe(1);
  expect(stderr).toContain(`in use by crm start, pid ${first.process.pid}`);
});

test("commands work beside a running server, and its warehouse is loaded by the server", async () => {
  const environment = environmentOf(dataFolder());
  const start = crm(["start"], environment);
  const address = await start.says(READY);
  const created = await crm(["user", "create", "zhang.wei"], environment).ended;
  expect(created).toMatchObject({ code: 0 });
  expect(created.stdout).toMatch(/zhang\.wei: password \S+/);
  const loaded = await crm(["etl", "run"], environment).ended;
  expect(loaded).toMatchObject({ code: 0 });
  expect(loaded.stdout).toMatch(/(\d+) of \1 counts and sums agree/);
  const api = crm(["api"], environment);
  const other = await api.says(/at (http:\S+)/);
  expect(other).not.toBe(address);
  expect(await signIn(other, PASSWORD)).toMatch(/^ey/);
}, 60_000);

test("without a server a command opens the data directory itself", async () => {
  const environment = environmentOf(dataFolder());
  const migrated = await crm(["migrate"], environment).ended;
  expect(migrated).toMatchObject({ code: 0 });
  expect(migrated.stdout).toMatch(/\d+ migrations applied/);
  const checked = await crm(["warehouse", "check"], environment).ended;
  expect(checked).toMatchObject({ code: 0 });
  expect(checked.stdout).toContain("ok    opportunity count: 0 / 0");
}, 60_000);

test("a wrong environment is told whole and before anything starts", async () => {
  const { code, stderr } = await crm(["start"], { PORT: "many", CRM_TIME_ZONE: "Mars/Olympus" })
    .ended;
  expect(code).toBe(2);
  expect(stderr).toContain("PORT must be");
  expect(stderr).toContain("CRM_TIME_ZONE must be");
});

test("a wrong use is told with code 2 and the nearest command", async () => {
  const { code, stderr } = await crm(["strat"], {}).ended;
  expect(code).toBe(2);
  expect(stderr).toContain("Did you mean start?");
});

test("every command explains itself", async () => {
  const { stdout } = await crm(["--help"], {}).ended;
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
  expect(commands).toEqual(
    expect.arrayContaining(["start", "api", "import", "etl", "warehouse", "user", "migrate"]),
  );
  for (const command of commands.filter((name) => name !== "help")) {
    expect(await crm([command, "--help"], {}).ended).toMatchObject({ code: 0 });
  }
}, 60_000);

test("DATABASE_URL stands in for the embedded server: roles, database and tables are made there", async () => {
  const server = inject("server");
  const database = `crm_${randomBytes(6).toString("hex")}`;
  const { user, password } = server.superuser;
  const environment = {
    ...environmentOf(dataFolder()),
    // The roles of the tests' server keep their passwords only under its own secret.
    CRM_SECRET: inject("secret"),
    DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@${server.host}:${server.port}/${database}`,
  };
  try {
    const both = [crm(["migrate"], environment), crm(["migrate"], environmentOf(dataFolder()))];
    for (const { code } of await Promise.all(both.map((one) => one.ended))) expect(code).toBe(0);
    const start = crm(["start"], environment);
    await signIn(await start.says(READY), PASSWORD);
    expect(start.stdout()).toContain(`${server.host}:${server.port}/${database}`);
    expect(start.stdout()).not.toContain(password);
    start.process.kill("SIGTERM");
    await start.ended;
  } finally {
    await dropDatabase(server, database);
  }
}, 60_000);

test("a start with the demo company names people who can sign in, once", async () => {
  const environment = {
    ...environmentOf(dataFolder()),
    CRM_SEED: "demo",
    CRM_DEMO_PASSWORD: "a company of strangers",
  };
  const first = crm(["start"], environment);
  const address = await first.says(READY);
  const login = await first.says(/(\S+) +SALES_SUPERVISOR/);
  expect(await signIn(address, "a company of strangers", login)).toMatch(/^ey/);
  first.process.kill("SIGTERM");
  await first.ended;
  const second = crm(["start"], environment);
  await second.says(READY);
  expect(second.stdout()).not.toContain("SALES_SUPERVISOR");
}, 120_000);
