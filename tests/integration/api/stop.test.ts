import net from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { salesCompany } from "../../support/sales-company.ts";
import { secondServer } from "../../support/second-server.ts";

const company = salesCompany();

test("a server stops although somebody holds a connection on which nothing was ever asked", async () => {
  const server = await secondServer(company);
  const silent = net.connect(Number(new URL(server.address).port), "127.0.0.1");
  await once(silent, "connect");
  expect((await server.ask("{ viewer { id } }", company.tokenOf("ann"))).errors).toEqual([]);
  const closed = once(silent, "close");
  await server.close();
  await closed;
}, 10_000);
