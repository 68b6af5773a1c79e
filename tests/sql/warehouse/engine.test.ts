import { execFile, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { createStatements } from "../../../warehouse/ddl.ts";
import { openWarehouse } from "../../../warehouse/engine/duckdb.ts";
import { TABLES } from "../../../warehouse/tables.ts";
import { locationIn, ownStarSchema, ownWarehouse } from "./open.ts";

const SOON = { timeoutMs: 10_000 };
/** Runs for minutes unless it is stopped. */
const ENDLESS = {
  sql: "select count(*) from range(100000000000) r(i) where i % 7 = $1",
  params: [3],
};

describe("values", () => {
  it("keeps decimals, 64-bit integers and instants exact as text, whatever the local zone", async () => {
    await using warehouse = await ownWarehouse();
    const { rows, columns } = await warehouse.engine.read(
      {
        sql: `select 9007199254740993::bigint as big, 10.5000::decimal(18,4) as money, 7::integer as small,
                     0.25::double as part, timestamptz '2017-01-01 08:30:00.5+08' as at, date '2017-02-03' as day,
                     true as yes, null as nothing, sum(x) as total from (values (1.1000::decimal(18,4))) v(x)`,
        params: [],
      },
      SOON,
    );
    expect(columns).toEqual([
      "big",
      "money",
      "small",
      "part",
      "at",
      "day",
      "yes",
      "nothing",
      "total",
    ]);
    expect(rows).toEqual([
      [
        "9007199254740993",
        "10.5000",
        7,
        0.25,
        "2017-01-01T00:30:00.5Z",
        "2017-02-03",
        true,
        null,
        "1.1000",
      ],
    ]);
  });

  it("binds values instead of writing them into the text", async () => {
    await using warehouse = await ownWarehouse();
    const evil = "'; drop table dim_date; --";
    const { rows } = await warehouse.engine.read(
      { sql: "select $1::varchar", params: [evil] },
      SOON,
    );
    expect(rows).toEqual([[evil]]);
  });
});

describe("reading", () => {
  it("interrupts a statement at its timeout and serves the next at once", async () => {
    await using warehouse = await ownWarehouse();
    await expect(warehouse.engine.read(ENDLESS, { timeoutMs: 50 })).rejects.toMatchObject({
      code: "LIMIT_EXCEEDED",
    });
    const { rows } = await warehouse.engine.read({ sql: "select 1", params: [] }, SOON);
    expect(rows).toEqual([[1]]);
  });

  it("interrupts a statement when its asker goes away", async () => {
    await using warehouse = await ownWarehouse();
    const asker = new AbortController();
    const answer = warehouse.engine.read(ENDLESS, { ...SOON, signal: asker.signal });
    setImmediate(() => asker.abort());
    await expect(answer).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  it("lets a question give up its place in the queue when all readers are busy", async () => {
    await using warehouse = await ownWarehouse();
    const stop = new AbortController();
    const busy = Array.from({ length: 4 }, () =>
      warehouse.engine.read(ENDLESS, { ...SOON, signal: stop.signal }).catch(() => "stopped"),
    );
    const waiting = warehouse.engine.read({ sql: "select 1", params: [] }, { timeoutMs: 30 });
    await expect(waiting).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
    stop.abort();
    expect(await Promise.all(busy)).toEqual(["stopped", "stopped", "stopped", "stopped"]);
  });

  it("shows one state to all statements of a snapshot while the writer commits", async () => {
    await using warehouse = await ownWarehouse();
    const { engine } = warehouse;
    await engine.write((writer) => writer.run("create table t as select 1 as n"));
    const count = { sql: "select count(*)::integer from t", params: [] };
    const seen = await engine.snapshot(SOON, async (read) => {
      const before = (await read(count)).rows[0]?.[0];
      await engine.write((writer) =>
        writer.transaction(() => writer.run("insert into t values (2)")),
      );
      return [before, (await read(count)).rows[0]?.[0]];
    });
    expect(seen).toEqual([1, 1]);
    expect((await engine.read(count, SOON)).rows).toEqual([[2]]);
  });

  it("refuses to write through a snapshot", async () => {
    await using warehouse = await ownStarSchema();
    const attempt = warehouse.engine.snapshot(SOON, (read) =>
      read({ sql: "delete from dim_date", params: [] }),
    );
    await expect(attempt).rejects.toThrow(/read-only/);
  });
});

describe("writing", () => {
  it("runs one writer at a time and rolls a failed transaction back", async () => {
    await using warehouse = await ownWarehouse();
    const { engine } = warehouse;
    await engine.write((writer) => writer.run("create table t (n integer)"));
    const failing = engine.write((writer) =>
      writer.transaction(async () => {
        await writer.run("insert into t values (1)");
        throw new Error("broken source");
      }),
    );
    const following = engine.write((writer) =>
      writer.transaction(() => writer.run("insert into t values ($1), ($2)", [2, 3])),
    );
    await expect(failing).rejects.toThrow("broken source");
    expect(await following).toBe(2);
    const rows = await engine.write((writer) => writer.rows("select n from t order by n"));
    expect(rows).toEqual([{ n: 2 }, { n: 3 }]);
  });

  it("reaches no file outside the stage and no setting", async () => {
    await using warehouse = await ownWarehouse();
    const outside = path.join(warehouse.directory, "outside.csv");
    fs.writeFileSync(outside, "a\n1\n");
    const read = (file: string) =>
      warehouse.engine.write((writer) => writer.rows("select * from read_csv($1)", [file]));
    await expect(read(outside)).rejects.toThrow(/Permission Error/);
    await expect(
      warehouse.engine.write((writer) => writer.run("set enable_external_access = true")),
    ).rejects.toThrow(/locked|Cannot/);
  });

  it.skipIf(process.platform === "win32")("reads a named pipe in the stage", async () => {
    await using warehouse = await ownWarehouse();
    const pipe = path.join(warehouse.engine.stageDirectory, "rows.pipe");
    await promisify(execFile)("mkfifo", ["-m", "600", pipe]);
    const reading = warehouse.engine.write((writer) =>
      writer.rows(
        `select n from read_csv('${pipe}', auto_detect=false, header=false, columns={'n': 'INTEGER'})`,
      ),
    );
    const writing = fs.promises.writeFile(pipe, "1\n2\n");
    expect(await reading).toEqual([{ n: 1 }, { n: 2 }]);
    await writing;
  });
});

describe("rebuilding", () => {
  it("swaps the new file in while a reader keeps the old one", async () => {
    await using warehouse = await ownWarehouse();
    const { engine } = warehouse;
    await engine.write((writer) => writer.run("create table t as select 'old' as state"));
    const state = { sql: "select state from t", params: [] };
    const before = engine.version;
    const swapped = Promise.withResolvers<void>();
    const reader = engine.snapshot(SOON, async (read) => {
      await read(state);
      await swapped.promise;
      return (await read(state)).rows;
    });
    const rebuilding = engine.rebuild(async (writer) => {
      await writer.run("create table t as select 'new' as state");
    });
    await expect.poll(async () => (await engine.read(state, SOON)).rows).toEqual([["new"]]);
    swapped.resolve();
    expect(await reader).toEqual([["old"]]);
    await rebuilding;
    expect(engine.version).toBeGreaterThan(before);
    await warehouse.reopen();
    expect((await warehouse.engine.read(state, SOON)).rows).toEqual([["new"]]);
    expect(fs.existsSync(warehouse.file)).toBe(false);
  });

  it("keeps the old file when the build fails", async () => {
    await using warehouse = await ownStarSchema();
    const build = warehouse.engine.rebuild(() => Promise.reject(new Error("source went away")));
    await expect(build).rejects.toThrow("source went away");
    const { rows } = await warehouse.engine.read(
      { sql: "select date_key from dim_date order by 1", params: [] },
      SOON,
    );
    expect(rows).toEqual([[-2], [-1]]);
  });
});

describe("opening", () => {
  it("finds committed rows again", async () => {
    await using warehouse = await ownStarSchema();
    expect(warehouse.engine.opened).toEqual({ kind: "created" });
    const again = await warehouse.reopen();
    expect(again.opened).toEqual({ kind: "existing" });
    const { rows } = await again.read(
      { sql: "select count(*)::integer from dim_user", params: [] },
      SOON,
    );
    expect(rows).toEqual([[2]]);
  });

  it.each([
    ["overwritten", (bytes: Buffer) => bytes.fill("garbage")],
    ["truncated", (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
  ])("sets an %s file aside, says so and starts empty", async (_how, damage) => {
    await using warehouse = await ownStarSchema();
    await warehouse.engine.close();
    fs.writeFileSync(warehouse.file, damage(fs.readFileSync(warehouse.file)));
    const engine = await warehouse.reopen();
    expect(engine.opened).toMatchObject({ kind: "damaged", reason: expect.any(String) });
    expect(fs.existsSync(`${warehouse.file}.damaged`)).toBe(true);
    expect(await engine.write((writer) => writer.rows("show tables"))).toEqual([]);
  });

  it("refuses a second owner in this process and names the first in another", async () => {
    await using warehouse = await ownWarehouse();
    await expect(openWarehouse(locationIn(warehouse.directory))).rejects.toThrow(/already open/);
    await warehouse.engine.close();
    const hold = `const { DuckDBInstance } = require("@duckdb/node-api");
      DuckDBInstance.create(${JSON.stringify(warehouse.file)}).then((held) => { globalThis.held = held; console.log("held"); setInterval(() => {}, 1000); });`;
    const other = spawn(process.execPath, ["-e", hold], { stdio: ["ignore", "pipe", "inherit"] });
    try {
      await new Promise((resolve) => other.stdout.once("data", resolve));
      await expect(warehouse.reopen()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    } finally {
      other.kill();
      await new Promise((resolve) => other.once("exit", resolve));
    }
  });

  it("creates the tables and their reserved members once, however often it is told to", async () => {
    await using warehouse = await ownStarSchema();
    const rows = await warehouse.engine.write(async (writer) => {
      for (const statement of createStatements(TABLES)) await writer.run(statement);
      return writer.rows(
        "select loss_reason_key, caption_zh, caption_en from dim_loss_reason order by 1 desc",
      );
    });
    expect(rows).toEqual([
      { loss_reason_key: -1, caption_zh: "未知", caption_en: "Unknown" },
      { loss_reason_key: -2, caption_zh: "不适用", caption_en: "Not applicable" },
    ]);
  });

  it("says UNAVAILABLE once closed", async () => {
    await using warehouse = await ownWarehouse();
    await warehouse.engine.close();
    await expect(
      warehouse.engine.read({ sql: "select 1", params: [] }, SOON),
    ).rejects.toMatchObject({
      code: "UNAVAILABLE",
    });
  });
});
