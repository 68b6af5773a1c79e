import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectionFor } from "../../schema/postgres/server.ts";
import { ownCompany } from "../integration/etl/support/company.ts";
import { expectEqualRebuild } from "../integration/etl/support/compare.ts";
import { TestWarehouse } from "../support/own-warehouse.ts";
import { ownDatabase } from "../support/database.ts";
import type { Orders } from "./etl-child.ts";

const database = ownDatabase();
const company = ownCompany(database);
const warehouse = new TestWarehouse(database);
const CHILD = path.join(import.meta.dirname, "etl-child.ts");
/** Random moments besides the steps. */
const RANDOM_ROUNDS = 8;

beforeAll(async () => {
  const c = company();
  const root = await c.department("HQ", null);
  const ada = await c.user("ada", root);
  const acme = await c.customer("Acme", ada);
  for (let n = 0; n < 50; n += 1) {
    const id = await c.opportunity({ customerId: acme, assigneeId: ada, amount: String(n) });
    await c.move(id, "ASSIGNED", "FORWARD", "2020-01-01T00:00:00Z", ada);
  }
});
afterAll(() => fs.rmSync(warehouse.directory, { recursive: true, force: true }));

/** Changes of every kind, so that every step has something to do. */
async function change(): Promise<void> {
  const c = company();
  await c.run("update crm.customer set tier = 1 + tier % 5");
  await c.run("update crm.app_user set display_name = display_name || '.'");
  await c.run("update crm.opportunity set estimated_amount = estimated_amount + 1");
  await c.run(
    "delete from crm.opportunity where id = (select min(id::text)::uuid from crm.opportunity)",
  );
  const id = await c.opportunity();
  await c.move(id, "UNASSIGNED", "FORWARD", "2020-01-01T00:00:00Z");
}

/** Lets another process load and die; answers the signal that ended it. */
async function dieLoading(
  orders: Pick<Orders, "mode" | "dieAt">,
  afterMs?: number,
): Promise<NodeJS.Signals | null> {
  const whole: Orders = {
    ...orders,
    source: connectionFor(database.server, "crm_etl", database.name),
    directory: warehouse.directory,
  };
  const child = spawn(
    process.execPath,
    ["--experimental-strip-types", "--no-warnings", CHILD, JSON.stringify(whole)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(child, "exit");
  if (afterMs !== undefined) {
    await once(child.stdout, "data");
    setTimeout(() => child.kill("SIGKILL"), afterMs);
  }
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  return signal;
}

/** The next process finds a whole warehouse, loads what is missing, and everything agrees. */
async function recover(): Promise<string[]> {
  await warehouse.open({ settleMs: 10_000 });
  const summary = await warehouse.load();
  expect(summary.reconciliation.every(({ equal, extent }) => equal && extent === "WHOLE")).toBe(
    true,
  );
  const left = await database.sql("crm_owner", "select from crm.etl_run where status = 'RUNNING'");
  expect(left).toEqual([]);
  await warehouse.close();
  return summary.steps.map(({ name }) => name);
}

test("killed before any step of a first load, of an increment or of a rebuild, the next run makes it right", async () => {
  expect(await dieLoading({ mode: "INCREMENTAL", dieAt: "load transitions" })).toBe("SIGKILL");
  expect(await dieLoading({ mode: "INCREMENTAL", dieAt: "swap" })).toBe("SIGKILL");
  await recover();
  await change();
  const increment = [...(await recover()), "committed"];
  expect(increment).toContain("publish");
  for (const dieAt of increment.filter((step) => step !== "scan")) {
    await change();
    expect(await dieLoading({ mode: "INCREMENTAL", dieAt }), dieAt).toBe("SIGKILL");
    await recover();
  }
  for (const dieAt of ["create tables", "stage opportunity", "commit", "swap"]) {
    await change();
    expect(await dieLoading({ mode: "FULL", dieAt }), dieAt).toBe("SIGKILL");
    await recover();
  }
  await warehouse.open();
  await expectEqualRebuild(warehouse);
  await warehouse.close();
}, 300_000);

test("killed at random moments, the next run makes it right", async () => {
  for (let round = 0; round < RANDOM_ROUNDS; round += 1) {
    await change();
    const mode = round % 2 === 0 ? "INCREMENTAL" : "FULL";
    await dieLoading({ mode, dieAt: "" }, Math.random() * 400);
    await recover();
  }
  await warehouse.open();
  await expectEqualRebuild(warehouse);
  await warehouse.close();
}, 120_000);
