import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { recordAudits } from "../../../api/audit/record.ts";
import { registerAudit } from "../../../api/cli/audit.ts";
import type { CommandContext } from "../../../api/cli/command.ts";
import type { Installation } from "../../../api/installation.ts";
import { commandMode } from "../../../schema/access/command-mode.ts";
import { SYSTEM_ROWS, withRowContext } from "../../../schema/access/row-context.ts";
import { terminal } from "../../../schema/kernel/log.ts";
import { ownDatabase } from "../../support/database.ts";

const db = ownDatabase();
const said: string[] = [];
const progress: string[] = [];

const write = (count: number): Promise<void> =>
  db.orm.em.fork().transactional(async (tx) => {
    await commandMode(tx);
    const actor = { principal: { kind: "system", name: "test" } as const };
    const told = Array.from({ length: count }, (_, n) => ({ after: { n, ä: "«" } }));
    await recordAudits(tx, actor, { action: "test:write", resource: "settings" }, told);
  });

/** Runs the command; the answer is what it throws, if anything. */
async function verify(): Promise<unknown> {
  const open: CommandContext = (_command, work) =>
    withRowContext(SYSTEM_ROWS, () => work({ orm: db.orm } as Installation));
  const program = new Command("crm").exitOverride();
  registerAudit(program, open);
  return program
    .parseAsync(["audit", "verify"], { from: "user" })
    .then(() => "done")
    .catch((error: unknown) => error);
}

/** What somebody with all rights on the tables could do, triggers switched off. */
const tamper = (statement: string): Promise<unknown> =>
  db.sql(
    "crm_owner",
    `alter table crm.audit_entry disable trigger user; ${statement}; alter table crm.audit_entry enable trigger user`,
  );

beforeEach(async () => {
  vi.spyOn(terminal, "say").mockImplementation((line) => void said.push(line));
  vi.spyOn(terminal, "progress").mockImplementation((line) => void progress.push(line));
  await db.sql("crm_owner", "truncate crm.audit_entry; truncate crm.audit_stream restart identity");
  await write(4_500);
  await write(5);
});
afterEach(() => {
  said.length = 0;
  progress.length = 0;
  vi.restoreAllMocks();
});

describe("crm audit verify", () => {
  test("is content with a log that is as it was written, and tells how far it is", async () => {
    expect(await verify()).toBe("done");
    expect(said).toEqual(["4505 audit entries in 1 streams, every digest fits"]);
    expect(progress).toEqual([
      "2000 of 4505 entries",
      "4000 of 4505 entries",
      "4505 of 4505 entries",
    ]);
  });

  test.each([
    ["action", "'other'"],
    ["principal", "'user:somebody'"],
    ["user_id", "gen_random_uuid()"],
    ["record_id", "gen_random_uuid()"],
    ["after", `'{"n": 7}'`],
    ["before", "'{}'"],
    ["at", "at + interval '1 hour'"],
    ["request_id", "'x'"],
    ["address", "'::1'"],
    ["resource", "'x'"],
    ["hash", "repeat('0', 64)"],
  ])("names the entry whose %s was changed", async (column, value) => {
    await tamper(`update crm.audit_entry set ${column} = ${value} where position in (2345, 4000)`);
    const [entry] = await db.sql<{ id: string }>(
      "crm_owner",
      "select id from crm.audit_entry where position = 2345",
    );
    expect(await verify()).toMatchObject({
      code: "CONFLICT",
      message: `Audit entry ${entry?.id} was changed: stream 1, position 2345`,
    });
  });

  test.each([
    ["in the middle", "delete from crm.audit_entry where position between 17 and 20", 17],
    ["at the end", "delete from crm.audit_entry where position > 4500", 4501],
    ["altogether", "truncate crm.audit_entry", 1],
  ])("names the place of entries that were taken away %s", async (_where, statement, position) => {
    await tamper(statement);
    await write(1);
    expect(await verify()).toMatchObject({
      message: `The audit log lacks an entry at stream 1, position ${position}`,
    });
  });

  test("notices an end that was moved back, and one that is gone", async () => {
    await tamper("update crm.audit_stream set hash = repeat('0', 64)");
    expect(await verify()).toMatchObject({
      message: "The audit log does not fit its end: stream 1, position 4505",
    });
    await tamper("delete from crm.audit_stream");
    expect(await verify()).toMatchObject({
      message: expect.stringMatching(/is of a stream that is not there: stream 1, position 1/),
    });
  });
});
