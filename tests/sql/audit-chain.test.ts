import { createHash } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectionFor, type Role } from "../../schema/postgres/server.ts";
import { ownDatabase } from "../support/database.ts";

const db = ownDatabase();
const clients: pg.Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end();
});

async function connect(role: Role = "crm_app"): Promise<pg.Client> {
  const client = new pg.Client(connectionFor(db.server, role, db.name));
  clients.push(client);
  await client.connect();
  return client;
}

const COMMAND = "select set_config('crm.command', pg_current_xact_id()::text, true)";
const INSERT =
  "insert into crm.audit_entry (principal, action, resource) select 'system:test', 'test:' || n, 'settings' from generate_series(1, $1::int) n";

/** Entries as the application writes them; the transaction stays open where it is not to commit. */
async function write(count: number, commit = true): Promise<pg.Client> {
  const client = await connect();
  await client.query("begin");
  await client.query(COMMAND);
  await client.query(INSERT, [count]);
  if (commit) await client.query("commit");
  return client;
}

interface Link {
  readonly stream: number;
  readonly position: number;
  readonly hash: string;
}
const links = (): Promise<Link[]> =>
  db.sql(
    "crm_owner",
    "select stream, position, hash from crm.audit_entry order by stream, position",
  );
const ends = (): Promise<Link[]> =>
  db.sql("crm_owner", "select id as stream, position, hash from crm.audit_stream order by id");

beforeEach(() =>
  db.sql("crm_owner", "truncate crm.audit_entry; truncate crm.audit_stream restart identity"),
);

describe("the chain of audit entries", () => {
  test("links each entry to the one before, also within a statement", async () => {
    await write(3);
    await write(1);
    const rows = await db.sql<Link & { payload: string }>(
      "crm_owner",
      `select stream, position, hash, jsonb_build_array(id, stream, position, (extract(epoch from at) * 1000)::bigint,
         principal, user_id, action, resource, record_id, before, after, request_id, address)::text as payload
       from crm.audit_entry order by position`,
    );
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
    let previous = "";
    for (const { payload, hash } of rows) {
      previous = createHash("sha256")
        .update(previous + payload)
        .digest("hex");
      expect(hash).toBe(previous);
    }
    expect(await ends()).toEqual([{ stream: 1, position: 4, hash: previous }]);
  });

  test("lets nobody choose stream, position, digest or time", async () => {
    const client = await connect();
    await client.query("begin");
    await client.query(COMMAND);
    await client.query(
      "insert into crm.audit_entry (principal, action, resource, at, stream, position, hash) values ('a', 'b', 'c', '2000-01-01', 7, 9, 'x')",
    );
    await client.query("commit");
    expect(await links()).toEqual([
      { stream: 1, position: 1, hash: expect.stringMatching(/^[\da-f]{64}$/) as string },
    ]);
    const [entry] = await db.sql<{ past: boolean }>(
      "crm_owner",
      "select at < now() - interval '1 day' as past from crm.audit_entry",
    );
    expect(entry?.past).toBe(false);
  });

  test("makes no writer wait for one that is still open", async () => {
    const slow = await write(2, false);
    await write(1);
    await write(1);
    expect(await links()).toMatchObject([
      { stream: 2, position: 1 },
      { stream: 2, position: 2 },
    ]);
    await slow.query("commit");
    expect((await links()).map(({ stream, position }) => [stream, position])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ]);
  });

  test("has no gap after writers at once, of which some roll back", async () => {
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let round = 0; round < 6; round++) {
          const client = await write(3, false);
          await client.query("savepoint s");
          await client.query(INSERT, [2]);
          await client.query("rollback to savepoint s");
          await client.query(INSERT, [1]);
          await client.query((writer + round) % 3 === 0 ? "rollback" : "commit");
        }
      }),
    );
    const positions = Map.groupBy(await links(), ({ stream }) => stream);
    expect(positions.size).toBeLessThanOrEqual(8);
    for (const chain of positions.values()) {
      expect(chain.map(({ position }) => position)).toEqual(chain.map((_, index) => index + 1));
    }
    expect([...positions.values()].flat()).toHaveLength(8 * 6 * 4 - 16 * 4);
  });

  test("goes on behind the gap where its end was cut off", async () => {
    await write(3);
    await db.sql(
      "crm_owner",
      "alter table crm.audit_entry disable trigger append_only; delete from crm.audit_entry where position > 1; alter table crm.audit_entry enable trigger append_only",
    );
    await write(1);
    expect((await links()).map(({ position }) => position)).toEqual([1, 4]);
  });
});

describe("an audit entry", () => {
  test.each<[Role, string]>([
    ["crm_app", "update crm.audit_entry set action = 'x'"],
    ["crm_app", "delete from crm.audit_entry"],
    ["crm_app", "truncate crm.audit_entry"],
    ["crm_app", "alter table crm.audit_entry disable trigger append_only"],
    ["crm_etl", "update crm.audit_entry set action = 'x'"],
    ["crm_etl", "delete from crm.audit_entry"],
    ["crm_etl", "insert into crm.audit_entry (principal, action, resource) values ('a', 'b', 'c')"],
    ["crm_jobs", "select from crm.audit_entry"],
    ["crm_owner", "update crm.audit_entry set action = 'x'"],
    ["crm_owner", "delete from crm.audit_entry"],
  ])("cannot be touched by %s: %s", async (role, statement) => {
    await write(1);
    await expect(db.sql(role, statement)).rejects.toThrow(
      /permission denied|must be owner|append-only/,
    );
  });

  test("is not written outside command mode, nor read without the right", async () => {
    await write(1);
    const insert = INSERT.replace("$1", "1");
    await expect(db.sql("crm_app", insert)).rejects.toThrow(/row-level security/);
    expect(await db.sql("crm_app", "select from crm.audit_entry")).toEqual([]);
  });
});
