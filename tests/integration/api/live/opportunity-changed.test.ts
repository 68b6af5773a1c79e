import type { Client } from "graphql-ws";
import { afterEach, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { salesCompany, type Login } from "../../../support/sales-company.ts";
import { secondServer } from "../../../support/second-server.ts";
import { connected, socketClient, subscribe } from "../../../support/socket.ts";

const company = salesCompany();
const CHANGED = "subscription ($id: ID) { opportunityChanged(id: $id) { id title status } }";
interface Changed {
  readonly opportunityChanged: { id: string; title: string; status: string };
}
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

async function listen(login: Login, address = company.address, id?: string) {
  const client = socketClient(address, company.tokenOf(login));
  clients.push(client);
  const ready = connected(client);
  const subscriber = subscribe<Changed>(client, CHANGED, id === undefined ? {} : { id });
  await ready;
  return { client, ...subscriber };
}

async function create(login: Login, title: string): Promise<string> {
  const [source] = await company.rows<{ id: string }>(
    "select id from crm.dictionary_entry where type = 'opportunitySource' limit 1",
  );
  const { data, errors } = await company.as<{ createOpportunity: { id: string } }>(
    login,
    "mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id } }",
    {
      input: {
        title,
        sourceId: source?.id,
        customerName: "Prospect",
        successRate: 30,
        description: "wants it",
      },
    },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createOpportunity.id;
}

test("a change reaches who may see the record, and nobody else", async () => {
  const [eva, ann, wanda] = await Promise.all([listen("eva"), listen("ann"), listen("wanda")]);
  await create("ann", "Harbour cranes");
  expect((await eva.next()).opportunityChanged.title).toBe("Harbour cranes");
  expect((await ann.next()).opportunityChanged.title).toBe("Harbour cranes");
  await create("wes", "Western mill");
  expect((await wanda.next()).opportunityChanged.title).toBe("Western mill");
  expect(eva.received).toHaveLength(1);
  expect(ann.received).toHaveLength(1);
});

test("only the opportunity that was asked for is told", async () => {
  const id = await create("ann", "First");
  const watcher = await listen("ann", company.address, id);
  await create("ann", "Second");
  const { errors } = await company.as(
    "ann",
    "mutation ($input: UpdateOpportunityInput!) { updateOpportunity(input: $input) { id } }",
    { input: { id, version: 1, title: "First, renamed" } },
  );
  expect(errors).toEqual([]);
  expect((await watcher.next()).opportunityChanged).toMatchObject({ id, title: "First, renamed" });
  expect(watcher.received).toHaveLength(1);
});

test("a second API process tells its listeners too", async () => {
  const other = await secondServer(company);
  try {
    const far = await listen("ann", other.address);
    await create("ann", "Told next door");
    expect((await far.next()).opportunityChanged.title).toBe("Told next door");
  } finally {
    await other.close();
  }
});

test("a disabled user's socket is closed although there is nothing to deliver", async () => {
  const listener = await listen("hal");
  await company.rows("update crm.app_user set active = false where login = 'hal'");
  expect(await listener.ended).toBe(4403);
});

test.each([
  ["a role is taken away", "bob", "delete from crm.user_role where user_id = $1"],
  [
    "the user moves to another department",
    "wes",
    `update crm.app_user set department_id =
       (select id from crm.department where id <> department_id limit 1) where id = $1`,
  ],
] as const)("when %s the socket is closed without an event", async (_case, login, change) => {
  const listener = await listen(login);
  await company.rows(change, [company.idOf(login)]);
  expect(await listener.ended).toBe(4403);
});

test("whoever has asked just before is not told of rights from before the closing", async () => {
  const listener = await listen("ann");
  const permissions = async () =>
    (await company.as<{ viewer: { permissions: string[] } }>("ann", "{ viewer { permissions } }"))
      .data?.viewer.permissions;
  let closed = false;
  void listener.ended.then(() => (closed = true));
  await company.rows("delete from crm.user_role where user_id = $1", [company.idOf("ann")]);
  // Keeps what is remembered of her rights as fresh as it ever is.
  await vi.waitUntil(async () => (await permissions()) && closed, { timeout: 5000, interval: 1 });
  expect(await permissions()).toEqual([]);
});

test.each([
  ["no token", undefined],
  ["a wrong one", "ey.wrong.token"],
])("a socket with %s is closed as unauthorized", async (_case, token) => {
  const client = socketClient(company.address, token);
  clients.push(client);
  expect(await subscribe(client, CHANGED).ended).toBe(4401);
});

test("an eleventh socket of one user is refused, the ten go on", async () => {
  await Promise.all(Array.from({ length: 10 }, () => listen("wanda")));
  const client = socketClient(company.address, company.tokenOf("wanda"));
  clients.push(client);
  expect(await subscribe(client, CHANGED).ended).toBe(4429);
});

test("queries and mutations do not go over a socket", async () => {
  const client = socketClient(company.address, company.tokenOf("eva"));
  clients.push(client);
  await expect(subscribe(client, "{ viewer { id } }").next()).rejects.toMatchObject({
    extensions: { code: "INVALID_INPUT" },
  });
});

test("a page of another site may not open a socket", async () => {
  const socket = new WebSocket(
    `${company.address.replace("http", "ws")}/graphql`,
    "graphql-transport-ws",
    {
      origin: "https://elsewhere.example",
    },
  );
  const status = await new Promise((resolve) => {
    socket.on("unexpected-response", (_request, response) => resolve(response.statusCode));
    socket.on("error", () => undefined);
  });
  expect(status).toBe(403);
});
