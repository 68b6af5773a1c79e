import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "graphql-ws";
import { administration } from "../../../support/administration.ts";
import { salesCompany, type Login } from "../../../support/sales-company.ts";
import { secondServer, type SecondServer } from "../../../support/second-server.ts";
import { connected, socketClient, subscribe } from "../../../support/socket.ts";

const company = salesCompany();
const admin = administration(company);
let other: SecondServer;
beforeAll(async () => {
  other = await secondServer(company);
});
afterAll(() => other.close());
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

/** Changes go to the first server; this asks the second. */
const customersOf = async (login: Login): Promise<number | string | undefined> => {
  const { data, errors } = await other.ask<{ customers: { totalCount: number } }>(
    "{ customers { totalCount } }",
    company.tokenOf(login),
  );
  return data?.customers.totalCount ?? errors[0]?.extensions.code;
};
const within = { timeout: 1000, interval: 20 };

beforeAll(async () => {
  for (const login of ["ann", "hal", "wes"] as const) {
    await company.rows(
      "insert into crm.customer (number, name, account_manager_id) values ($2, $2, $1)",
      [company.idOf(login), login],
    );
  }
});

describe("on a second server, within a second", () => {
  test("a role that is taken away, and one that is given", async () => {
    expect(await customersOf("bob")).toBe(0);
    await admin.setRoles(company.idOf("bob"), []);
    await expect.poll(() => customersOf("bob"), within).toBe("FORBIDDEN");
    await admin.setRoles(company.idOf("bob"), ["EXECUTIVE"]);
    await expect.poll(() => customersOf("bob"), within).toBe(3);
  });

  test("changed grants of a role", async () => {
    expect(await customersOf("amy")).toBe(3);
    const agents = await admin.roleId("SERVICE_AGENT");
    const scope = { resource: "customer", action: "read" };
    await admin.setGrants(agents, [{ ...scope, scope: "DEPARTMENT" }]);
    await expect.poll(() => customersOf("amy"), within).toBe(1);
    await admin.setGrants(agents, []);
    await expect.poll(() => customersOf("amy"), within).toBe("FORBIDDEN");
  });

  test("a department that is moved, and a user who is", async () => {
    expect(await customersOf("eva")).toBe(2);
    await admin.moveDepartment(company.departmentId("HARBOUR"), company.departmentId("WEST"));
    await expect.poll(() => customersOf("eva"), within).toBe(1);
    await expect.poll(() => customersOf("wanda"), within).toBe(2);
    const id = company.idOf("eva");
    const version = await admin.versionOf("app_user", id);
    await admin.command("updateUser", { id, version, departmentId: company.departmentId("ROOT") });
    await expect.poll(() => customersOf("eva"), within).toBe(3);
  });

  test("a disabled user", async () => {
    expect(await customersOf("max")).toBe(3);
    const id = company.idOf("max");
    const version = await admin.versionOf("app_user", id);
    await admin.command("updateUser", { id, version, active: false });
    await expect.poll(() => customersOf("max"), within).toBe("UNAUTHENTICATED");
  });
});

describe("on open sockets of a second server, within two seconds", () => {
  const CHANGED = "subscription { opportunityChanged { title } }";
  const listen = async (login: Login) => {
    const client = socketClient(other.address, company.tokenOf(login));
    clients.push(client);
    const ready = connected(client);
    const subscriber = subscribe<{ opportunityChanged: { title: string } }>(client, CHANGED);
    await ready;
    return subscriber;
  };
  const create = async (title: string): Promise<void> => {
    const [source] = await company.rows<{ id: string }>(
      "select id from crm.dictionary_entry where type = 'opportunitySource' limit 1",
    );
    const input = {
      title,
      sourceId: source?.id,
      customerName: "Prospect",
      successRate: 30,
      description: "wants it",
    };
    const { errors } = await company.as(
      "ann",
      "mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { id } }",
      { input },
    );
    expect(errors).toEqual([]);
  };

  test("a disabled user's are closed", async () => {
    const { ended } = await listen("wes");
    const id = company.idOf("wes");
    const version = await admin.versionOf("app_user", id);
    const changed = performance.now();
    await admin.command("updateUser", { id, version, active: false });
    expect(await ended).toBe(4403);
    expect(performance.now() - changed).toBeLessThan(2000);
  });

  test("nothing more is delivered to who has lost the right", async () => {
    const [boss, wanda] = [await listen("boss"), await listen("wanda")];
    const east = [company.departmentId("EAST"), company.departmentId("WEST")] as const;
    await admin.moveDepartment(...east);
    await create("seen by both");
    expect((await wanda.next()).opportunityChanged.title).toBe("seen by both");
    expect((await boss.next()).opportunityChanged.title).toBe("seen by both");
    await admin.moveDepartment(east[0], company.departmentId("ROOT"));
    await create("seen by one");
    expect((await boss.next()).opportunityChanged.title).toBe("seen by one");
    await admin.setRoles(company.idOf("boss"), ["EXECUTIVE"]);
    expect(await boss.ended).toBe(4403);
    await create("seen by none");
    expect(wanda.received).toHaveLength(1);
    expect(boss.received).toHaveLength(2);
  });
});
