import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importing } from "../../support/importing.ts";

const db = importing();
const script = fileURLToPath(new URL("../../support/import-process.ts", import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-import-"));
const ROWS = 6_000;

const MAPPING = {
  entity: "opportunity",
  source: "kill",
  matchBy: "externalKey",
  columns: {
    key: "externalKey",
    stage: "status",
    from: "developingAt",
    to: "closedAt",
    amount: "closedAmount",
  },
  defaults: {
    title: "A deal",
    description: "-",
    successRate: 50,
    "assignee.login": "ana",
    "customer.name": "Acme",
  },
};

/** Runs an import in another process, killing it hard once so many rows have been written. */
function run(killAfter?: number): Promise<string> {
  const child = spawn(
    process.execPath,
    [
      script,
      JSON.stringify({ server: db.server, name: db.name }),
      path.join(folder, "file.csv"),
      path.join(folder, "mapping.json"),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let last = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    last = text.trim().split("\n").at(-1) ?? "";
    if (killAfter !== undefined && Number(last) >= killAfter) child.kill("SIGKILL");
  });
  return new Promise((resolve) => {
    child.on("close", (_code, signal) => resolve(signal ?? last));
  });
}

const figures = async (): Promise<unknown> =>
  (
    await db.sql(
      "crm_owner",
      `select (select count(*)::int from crm.opportunity) as opportunities,
        (select count(*)::int from crm.opportunity_transition) as transitions,
        (select count(*)::int from crm.deal) as deals,
        (select coalesce(sum(amount), 0)::float8 from crm.deal) as amount,
        (select count(*)::int from crm.audit_entry where resource = 'opportunity') as audited`,
    )
  )[0];

beforeAll(async () => {
  await db.importText("login\nana\n", {
    entity: "user",
    matchBy: "login",
    columns: { login: "login" },
    defaults: { "department.code": "ROOT" },
  });
  await db.importText("name\nAcme\n", {
    entity: "customer",
    matchBy: "name",
    columns: { name: "name" },
    defaults: { region: "Home", tier: 2, "accountManager.login": "ana" },
    createMissing: ["region"],
  });
  const rows = Array.from({ length: ROWS }, (_, n) => `k${n},WON,2020-01-01,2020-02-01,2\n`);
  fs.writeFileSync(path.join(folder, "file.csv"), `key,stage,from,to,amount\n${rows.join("")}`);
  fs.writeFileSync(path.join(folder, "mapping.json"), JSON.stringify(MAPPING));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe("an import that is killed with kill -9", () => {
  test("after part of its rows leaves nothing, and the next one brings the right figures", async () => {
    const nothing = { opportunities: 0, transitions: 0, deals: 0, amount: 0, audited: 0 };
    for (const rows of [1_000, 4_000]) {
      expect(await run(rows)).toBe("SIGKILL");
      expect(await figures()).toEqual(nothing);
    }
    const all = {
      opportunities: ROWS,
      transitions: 4 * ROWS,
      deals: ROWS,
      amount: 2 * ROWS,
      audited: ROWS + 1,
    };
    expect(await run()).toBe(`done ${ROWS}`);
    expect(await figures()).toEqual(all);
    expect(await run()).toBe("done 0");
    expect(await figures()).toMatchObject({ ...all, audited: ROWS + 2 });
  }, 120_000);
});
