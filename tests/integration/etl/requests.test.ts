import { Logger, run as startRunner } from "graphile-worker";
import pg from "pg";
import { expect, test } from "vitest";
import { etlTasks } from "../../../etl/job.ts";
import { openEtl } from "../../../etl/etl.ts";
import { startSchedule } from "../../../etl/scheduler.ts";
import { createLog } from "../../../schema/kernel/log.ts";
import { connectionFor } from "../../../schema/postgres/server.ts";
import { ownDatabase } from "../../support/database.ts";
import { ownWarehouse } from "../../support/own-warehouse.ts";

const database = ownDatabase();
const warehouse = ownWarehouse(database);

const request = async (): Promise<string> => {
  const [row] = await database.sql<{ id: string }>(
    "crm_app",
    "select crm.request_etl_run('INCREMENTAL', 'MANUAL', 'user:ada') as id",
  );
  return row?.id ?? "";
};
const status = async (id: string): Promise<string | undefined> =>
  (
    await database.sql<{ status: string }>(
      "crm_owner",
      "select status from crm.etl_run where id = $1",
      [id],
    )
  )[0]?.status;

test("a run that is asked for goes through the queue, and asking twice gives the same one", async () => {
  const first = await request();
  expect(await request()).toBe(first);
  expect(await status(first)).toBe("QUEUED");
  const pool = new pg.Pool({
    ...connectionFor(database.server, "crm_jobs", database.name),
    max: 3,
  });
  pool.on("error", () => undefined).on("connect", (client) => client.on("error", () => undefined));
  const runner = await startRunner({
    pgPool: pool,
    taskList: etlTasks(warehouse.etl),
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
  await new Promise<void>((resolve) => {
    runner.events.once("job:success", () => resolve());
  });
  await runner.stop();
  await pool.end();
  expect(await status(first)).toBe("SUCCEEDED");
  expect(await request()).not.toBe(first);
});

test("a job whose run was claimed by somebody else has nothing to do, one that cannot begin comes again", async () => {
  const tasks = etlTasks(warehouse.etl);
  const work = async (payload: unknown): Promise<unknown> =>
    tasks["etl.run"]?.(payload, undefined as never);
  const id = await request();
  await work({ runId: id });
  expect(await status(id)).toBe("SUCCEEDED");
  await work({ runId: id });
  const away = await openEtl(warehouse.settings(warehouse.engine));
  const next = await request();
  await warehouse.etl.run({
    mode: "INCREMENTAL",
    async onProgress(step) {
      if (step !== "settle") return;
      const job = etlTasks(away)["etl.run"];
      await expect(job?.({ runId: next }, undefined as never)).rejects.toMatchObject({
        code: "CONFLICT",
      });
    },
  });
  await away.close();
});

test("a stop ends the load at work at once: cancelled, and the warehouse as it was", async () => {
  const before = await warehouse.one("select run_id::varchar from etl_watermark");
  const etl = await openEtl(warehouse.settings(warehouse.engine));
  const id = await request();
  let closed: Promise<void> | undefined;
  const loading = etl.run({
    runId: id,
    mode: "INCREMENTAL",
    onProgress(step) {
      if (step === "load users") closed = etl.close();
    },
  });
  await expect(loading).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await closed;
  expect(await status(id)).toBe("CANCELLED");
  expect(await warehouse.one("select run_id::varchar from etl_watermark")).toBe(before);
});

test("a request for a rebuild is met by the run that was queued already", async () => {
  const id = await request();
  const summary = await warehouse.load("FULL");
  expect(summary.runId).toBe(id);
  expect(summary.steps.map(({ name }) => name)).toContain("swap");
});

test("the timetable asks in its time zone, and goes on after a request that fails", async () => {
  let asked = 0;
  const twice = Promise.withResolvers<void>();
  const schedule = startSchedule({
    cron: "* * * * * *",
    timeZone: "Asia/Shanghai",
    log: createLog("silent"),
    request: () => {
      asked += 1;
      if (asked === 2) twice.resolve();
      return Promise.reject(new Error("no database"));
    },
  });
  await twice.promise;
  await schedule.stop();
  expect(asked).toBe(2);
});

test("after a pause the times that went by are made up for by one request", async () => {
  let asked = 0;
  const first = Promise.withResolvers<void>();
  const schedule = startSchedule({
    cron: "* * * * * *",
    timeZone: "UTC",
    log: createLog("silent"),
    request: async () => {
      asked += 1;
      first.resolve();
    },
  });
  // The process stands still over several times of the timetable.
  const until = performance.now() + 4_500;
  while (performance.now() < until);
  await first.promise;
  await schedule.stop();
  expect(asked).toBeLessThanOrEqual(2);
});
