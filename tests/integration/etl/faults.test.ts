import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "../../../schema/kernel/log.ts";
import { connectionFor } from "../../../schema/postgres/server.ts";
import { checkLoad } from "../../../etl/checks.ts";
import { openEtl } from "../../../etl/etl.ts";
import { ownDatabase } from "../../support/database.ts";
import { ownCompany } from "./support/company.ts";
import { pictureOf, type Picture } from "./support/compare.ts";
import { startCuttingProxy, type CuttingProxy } from "./support/cutting-proxy.ts";
import { ownWarehouse } from "../../support/own-warehouse.ts";

const database = ownDatabase();
const company = ownCompany(database);
const warehouse = ownWarehouse(database);
let proxy: CuttingProxy;
let whole: Picture;

beforeAll(async () => {
  const c = company();
  const ada = await c.user("ada", await c.department("HQ", null));
  await c.customer("Acme", ada);
  await c.run(
    `insert into crm.opportunity (number, title, source_id, customer_name, success_rate, description, estimated_amount, currency)
     select 'N' || n, repeat('a title ', 20), (select id from crm.dictionary_entry limit 1), 'x', 50, 'd', n, 'CNY'
     from generate_series(1, 20000) n`,
  );
  await warehouse.load();
  whole = await pictureOf(warehouse);
  proxy = await startCuttingProxy(database.server.host, database.server.port);
});
afterAll(() => proxy.close());

const lastRun = async () =>
  (
    await database.sql<{ status: string; error: string | null }>(
      "crm_owner",
      "select status, error from crm.etl_run order by requested_at desc, id desc limit 1",
    )
  )[0];

test("a source that breaks in the middle of the rows leaves the last good state, and the next run brings them", async () => {
  await company().run("update crm.opportunity set success_rate = 51");
  const etl = await openEtl({
    ...warehouse.settings(warehouse.engine),
    source: {
      ...connectionFor(database.server, "crm_etl", database.name),
      host: "127.0.0.1",
      port: proxy.port,
    },
  });
  const failure = await etl
    .run({
      mode: "INCREMENTAL",
      // The record's connection is open by now, the rows' is not.
      onProgress: (step) => {
        if (step === "settle") proxy.limit = 1_000_000;
      },
    })
    .catch((error: unknown) => error);
  // The connection of the rows opens before the first step, so it is the next one that is cut.
  expect(failure).not.toBeInstanceOf(Error);
  await company().run("update crm.opportunity set success_rate = 52");
  proxy.limit = 1_000_000;
  await expect(etl.run({ mode: "INCREMENTAL" })).rejects.toThrow(
    /terminated|ECONNRESET|Connection/,
  );
  expect(await warehouse.one("select min(success_rate) from fact_opportunity")).toBe(51);
  expect(fs.readdirSync(warehouse.engine.stageDirectory)).toEqual([]);
  proxy.limit = Number.POSITIVE_INFINITY;
  await etl.close();
  await warehouse.load();
  expect(await warehouse.one("select min(success_rate) from fact_opportunity")).toBe(52);
  await company().run("update crm.opportunity set success_rate = 50");
  await warehouse.load();
  expect(await pictureOf(warehouse)).toEqual(whole);
});

test("a restored database is another source and is loaded anew", async () => {
  await company().run("update crm.restore_epoch set epoch = epoch + 1");
  expect((await warehouse.load()).rebuilt).toBe("the source is another database");
  expect((await warehouse.load()).rebuilt).toBeUndefined();
});

test("another time zone of the company makes other days: the warehouse is loaded anew", async () => {
  const etl = await openEtl({
    ...warehouse.settings(warehouse.engine),
    config: { timeZone: "America/New_York", fiscalStart: 4 },
  });
  expect((await etl.run({ mode: "INCREMENTAL" })).rebuilt).toBe("the declarations have changed");
  await etl.close();
  await warehouse.load();
  expect(await pictureOf(warehouse)).toEqual(whole);
});

test("a warehouse whose rows are not the source's is found out and loaded anew", async () => {
  await warehouse.engine.write((writer) =>
    writer.run("update fact_opportunity set estimated_amount = 0 where number = 'N7'"),
  );
  expect((await warehouse.load()).rebuilt).toMatch(/opportunity sum\(estimated_amount\)/);
  expect(await pictureOf(warehouse)).toEqual(whole);
});

test("rows that break a check are not published", async () => {
  await warehouse.load("FULL");
  await warehouse.load();
  await warehouse.engine.write(async (writer) => {
    const broken = writer.transaction(async () => {
      await writer.run(
        "insert into fact_opportunity select * replace (99 as source_key) from fact_opportunity where number = 'N7'",
      );
      await writer.run(
        "create or replace temp table touched_opportunity as select opportunity_id as id from fact_opportunity where number = 'N7'",
      );
      await checkLoad(writer, false);
    });
    await expect(broken).rejects.toThrow(
      /fact_opportunity has one row a key: 1 rows.*source_key leads to dim_opportunity_source: 1 rows/s,
    );
  });
  expect(await pictureOf(warehouse)).toEqual(whole);
});

test("a file damaged in the middle is read through before it is trusted, and loaded anew", async () => {
  await warehouse.close();
  const file = fs
    .readdirSync(warehouse.directory)
    .map((name) => path.join(warehouse.directory, name))
    .find((name) => name.endsWith(".duckdb"));
  if (!file) throw new Error("no warehouse file");
  const bytes = fs.readFileSync(file);
  // Three header pages, then blocks of 256 KiB with a checksum each; the middle ones hold columns.
  const block = 262_144;
  for (let at = 12_288 + block; at < bytes.length / 2; at += block)
    bytes.fill(0x5a, at + 99, at + 199);
  fs.writeFileSync(file, bytes);
  await warehouse.open();
  const summary = await warehouse.load();
  expect(summary.rebuilt).toBe("the file is damaged");
  expect(await pictureOf(warehouse)).toEqual(whole);
});

test("a missing file is loaded anew", async () => {
  await warehouse.close();
  for (const name of fs.readdirSync(warehouse.directory)) {
    if (name.endsWith(".duckdb")) fs.rmSync(path.join(warehouse.directory, name));
  }
  await warehouse.open();
  expect((await warehouse.load()).rebuilt).toBe("nothing is loaded yet");
  expect(await pictureOf(warehouse)).toEqual(whole);
});

test("where there are no named pipes a file carries the rows", async () => {
  const etl = await openEtl({ ...warehouse.settings(warehouse.engine), transport: "file" });
  await etl.run({ mode: "FULL" });
  await etl.close();
  expect(await pictureOf(warehouse)).toEqual(whole);
  expect(fs.readdirSync(warehouse.engine.stageDirectory)).toEqual([]);
});

test("a column that the source has lost fails the run with its name and changes nothing", async () => {
  await company().run("alter table crm.product rename column category to sort");
  await expect(warehouse.load()).rejects.toThrow(/category/);
  expect(await lastRun()).toMatchObject({
    status: "FAILED",
    error: expect.stringMatching(/category/),
  });
  await company().run("alter table crm.product rename column sort to category");
  await warehouse.load();
  expect(await pictureOf(warehouse)).toEqual(whole);
});

test("a run left by a process that died is ended when the next one opens", async () => {
  await database.sql(
    "crm_owner",
    "insert into crm.etl_run (mode, status, trigger, requested_by) values ('FULL', 'RUNNING', 'MANUAL', 'user:x')",
  );
  const etl = await openEtl({ ...warehouse.settings(warehouse.engine), log: createLog("silent") });
  await etl.close();
  expect(await lastRun()).toMatchObject({
    status: "FAILED",
    error: expect.stringMatching(/ended/),
  });
});

test("two loaders of one database do not work at once", async () => {
  const second = await openEtl(warehouse.settings(warehouse.engine));
  let refused: unknown;
  await warehouse.etl.run({
    mode: "INCREMENTAL",
    async onProgress(step) {
      if (step === "settle")
        refused = await second.run({ mode: "INCREMENTAL" }).catch((e: unknown) => e);
    },
  });
  expect(refused).toMatchObject({ code: "CONFLICT" });
  await second.close();
});
