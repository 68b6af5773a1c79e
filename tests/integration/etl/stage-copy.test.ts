import fs from "node:fs";
import pg from "pg";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { makeChannel } from "../../../etl/extract/channel.ts";
import { copyOf, type Copy } from "../../../etl/extract/copy-sql.ts";
import { KINDS, SOURCE_NAMES, columnsOf } from "../../../etl/extract/sources.ts";
import { stageCopy } from "../../../etl/extract/stage-copy.ts";
import { connectionFor } from "../../../schema/postgres/server.ts";
import type { Writer } from "../../../warehouse/engine/engine.ts";
import { ownDatabase } from "../../support/database.ts";
import { ownWarehouse } from "../../support/own-warehouse.ts";

const database = ownDatabase();
const warehouse = ownWarehouse(database);
let client: pg.Client;

beforeAll(() => warehouse.load());
beforeEach(async () => {
  client = new pg.Client(connectionFor(database.server, "crm_etl", database.name));
  client.on("error", () => undefined);
  await client.connect();
});
afterEach(() => {
  client.connection.stream.destroy();
  expect(fs.readdirSync(warehouse.engine.stageDirectory)).toEqual([]);
});

async function stage(copy: Copy, through: (writer: Writer) => Writer = (w) => w): Promise<number> {
  const channel = await makeChannel(warehouse.engine.stageDirectory);
  expect(channel.streams).toBe(true);
  try {
    return await warehouse.engine.write((writer) =>
      stageCopy({ client, writer: through(writer), channel }, copy),
    );
  } finally {
    await channel.remove();
  }
}

/** Many rows, so that neither end is done when the other fails. */
const numbers: Copy = {
  label: "numbers",
  stage: "stg_numbers",
  sql: "copy (select n, repeat('x', 100) from generate_series(1, 300000) n) to stdout (format csv)",
  columns: [
    ["n", "bigint"],
    ["filler", "text"],
  ],
};

test("rows pass through the pipe in any number, none included", async () => {
  expect(await stage(numbers)).toBe(300_000);
  const nothing = numbers.sql.replace("300000", "0");
  expect(await stage({ ...numbers, sql: nothing })).toBe(0);
});

test("a reader that fails before it opens the pipe does not leave the writer waiting", async () => {
  const refusing = (writer: Writer): Writer => ({
    ...writer,
    run: (sql, params) =>
      sql.includes("read_csv")
        ? Promise.reject(new Error("the reader never came"))
        : writer.run(sql, params),
  });
  await expect(stage(numbers, refusing)).rejects.toThrow("the reader never came");
});

test("a reader that fails in the middle tells its own reason", async () => {
  const wrong: Copy = {
    ...numbers,
    sql: numbers.sql.replace(
      "select n,",
      "select case when n < 250000 then n::text else 'no number' end,",
    ),
  };
  await expect(stage(wrong)).rejects.toThrow(/no number/);
});

test("a source that fails before its first row tells its own reason", async () => {
  const missing = { ...numbers, sql: "copy crm.no_such_table to stdout (format csv)" };
  await expect(stage(missing)).rejects.toThrow(/no_such_table/);
});

test("a source that fails in the middle tells its own reason", async () => {
  const failing = { ...numbers, sql: numbers.sql.replace("select n,", "select 1 / (n - 290000),") };
  await expect(stage(failing)).rejects.toThrow(/division by zero/);
});

test("a reader that loses rows is noticed", async () => {
  const losing = (writer: Writer): Writer => ({
    ...writer,
    async run(sql, params) {
      const changed = await writer.run(sql, params);
      if (sql.includes("read_csv")) await writer.run("delete from stg_numbers where n = 7");
      return changed;
    },
  });
  await expect(stage(numbers, losing)).rejects.toThrow(
    "numbers: the source sent 300000 rows, the stage holds 299999",
  );
});

test("every declared column exists in the source with a type of its kind, and is found by its transaction", async () => {
  for (const name of SOURCE_NAMES) {
    const { rows } = await client.query<{ column: string; type: string }>(
      `select a.attname as column, regexp_replace(format_type(a.atttypid, a.atttypmod), '(character varying|character|timestamp)\\(\\d+\\)', '\\1') as type
       from pg_attribute a where a.attrelid = ('crm.' || $1)::regclass and a.attnum > 0`,
      [name],
    );
    const types = new Map(rows.map(({ column, type }) => [column, type]));
    for (const [column, kind] of columnsOf(name)) {
      expect(KINDS[kind].postgres, `${name}.${column}`).toContain(types.get(column));
    }
    const { rowCount } = await client.query(
      `select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where i.indrelid = ('crm.' || $1)::regclass and a.attname = 'xid8'`,
      [name],
    );
    expect(rowCount, `${name} has an index on xid8`).toBeGreaterThan(0);
  }
});

test("columns are read by name: one that the source gains changes nothing", async () => {
  await database.sql("crm_owner", "alter table crm.product add column colour text default 'red'");
  expect(copyOf("product", { low: undefined, high: 9n }).sql).not.toContain("colour");
  await expect(warehouse.load()).resolves.toMatchObject({ rebuilt: undefined });
});
