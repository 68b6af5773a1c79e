import { expect, test } from "vitest";
import { ownDatabase } from "../support/database.ts";

const db = ownDatabase();

const request = async (): Promise<string | undefined> => {
  const [row] = await db.sql<{ run: string }>(
    "crm_app",
    "select crm.request_etl_run('INCREMENTAL', 'MANUAL', 'user:admin') as run",
  );
  return row?.run;
};
const jobs = () =>
  db.sql<{ key: string }>(
    "crm_jobs",
    "select key from graphile_worker.jobs where task_identifier = 'etl.run'",
  );

test("many who ask at once get one run with one job", async () => {
  const runs = await Promise.all(Array.from({ length: 12 }, request));
  expect(new Set(runs).size).toBe(1);
  expect(await jobs()).toEqual([{ key: `etl.run:${runs[0]}` }]);
});

test("after the run ended the next request is a new one", async () => {
  const first = await request();
  await db.sql("crm_etl", "update crm.etl_run set status = 'SUCCEEDED' where id = $1", [first]);
  const second = await request();
  expect(second).not.toBe(first);
});

test("a request that is rolled back leaves neither run nor job", async () => {
  const before = await jobs();
  await db.sql("crm_etl", "update crm.etl_run set status = 'CANCELLED' where status = 'QUEUED'");
  const failing = db.orm.em.fork().transactional(async (tx) => {
    await tx.execute("select crm.request_etl_run('FULL', 'MANUAL', 'user:admin')");
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await jobs()).toEqual(before);
  const open = await db.sql("crm_etl", "select from crm.etl_run where status = 'QUEUED'");
  expect(open).toEqual([]);
});
