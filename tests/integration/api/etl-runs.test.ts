import { beforeEach, describe, expect, test } from "vitest";
import { ADMIN } from "../../support/api.ts";
import { salesCompany } from "../../support/sales-company.ts";

const api = salesCompany();
const RUN = `mutation ($mode: EtlMode!) { runEtl(input: { mode: $mode }) {
  id mode status trigger requestedBy startedAt rowsLoaded } }`;
const RUNS = "{ etlRuns { totalCount edges { node { id mode status error } } } }";
const STATUS = "{ etlStatus { active { id status } last { id status } lastSucceeded { id } } }";

interface Answered {
  readonly runEtl?: { readonly id: string };
  readonly etlStatus?: object;
  readonly etlRuns?: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string } }[];
  };
}
const asAdmin = async (query: string, variables: Record<string, unknown> = {}) =>
  api.ask<Answered>(query, variables, { token: await api.signIn(ADMIN.login, ADMIN.password) });
const finish = (status: string) =>
  api.rows<{ id: string }>(
    `update crm.etl_run set status = $1, started_at = now(), finished_at = now()
     where status = 'QUEUED' returning id`,
    [status],
  );

beforeEach(() => finish("CANCELLED"));

describe("asking for a load", () => {
  test("answers at once with the run, and with its job in the queue", async () => {
    const { data, errors } = await asAdmin(RUN, { mode: "INCREMENTAL" });
    expect(errors).toEqual([]);
    const run = data?.runEtl;
    expect(run).toMatchObject({
      mode: "INCREMENTAL",
      status: "QUEUED",
      trigger: "MANUAL",
      requestedBy: "user:admin",
      startedAt: null,
      rowsLoaded: 0,
    });
    const jobs = await api.database.sql("crm_jobs", "select key from graphile_worker.jobs");
    expect(jobs).toContainEqual({ key: `etl.run:${run?.id}` });
    const audit = await api.rows(
      "select principal from crm.audit_entry where action = 'etl:run' and record_id = $1",
      [run?.id],
    );
    expect(audit).toEqual([{ principal: "user:admin" }]);
  });

  test("while one waits answers that one, also to ten who ask together", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => asAdmin(RUN, { mode: "FULL" })),
    );
    const ids = new Set(answers.map(({ data }) => data?.runEtl?.id));
    expect(ids.size).toBe(1);
  });

  test("is the administrator's right alone", async () => {
    for (const login of ["boss", "ann", "amy", "max"] as const) {
      const { errors } = await api.as(login, RUN, { mode: "FULL" });
      expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
    }
  });
});

test("runs are listed, the newest first, and the state tells the active and the last ones", async () => {
  await asAdmin(RUN, { mode: "FULL" });
  const [done] = await finish("SUCCEEDED");
  await asAdmin(RUN, { mode: "INCREMENTAL" });
  const [failed] = await finish("FAILED");
  const asked = await asAdmin(RUN, { mode: "INCREMENTAL" });
  const active = asked.data?.runEtl?.id;
  const { data } = await asAdmin(STATUS);
  expect(data?.etlStatus).toEqual({
    active: { id: active, status: "QUEUED" },
    last: { id: failed?.id, status: "FAILED" },
    lastSucceeded: { id: done?.id },
  });
  const runs = (await asAdmin(RUNS)).data?.etlRuns;
  expect(runs?.edges.slice(0, 3).map(({ node }) => node.id)).toEqual([
    active,
    failed?.id,
    done?.id,
  ]);
  expect(runs?.totalCount).toBe(runs?.edges.length);
});
