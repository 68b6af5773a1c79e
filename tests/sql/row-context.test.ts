import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { withRowContext, type RowContext } from "../../schema/access/row-context.ts";
import { Customer } from "../../schema/customers/customer.entity.ts";
import { ALL, inDepartments, ownedBy } from "../../schema/kernel/scope.ts";
import { plain } from "../../schema/orm.ts";
import { ownDatabase } from "../support/database.ts";
import { customerId, departmentId, foundCompany, userId, USERS } from "./support/company.ts";

const db = ownDatabase();
beforeAll(() => foundCompany(db));

const customersOf = (...users: readonly number[]) =>
  users.flatMap((n) => [customerId(n), customerId(n + 10)]).toSorted();
const CALLERS: readonly { readonly rows: RowContext; readonly expected: readonly string[] }[] = [
  {
    rows: { userId: userId(7), scopes: { customer: ownedBy(userId(7)) } },
    expected: customersOf(7),
  },
  {
    rows: { userId: userId(2), scopes: { customer: inDepartments([departmentId(2)], true) } },
    expected: customersOf(2, 3, 4),
  },
  { rows: { userId: userId(1), scopes: { customer: ALL } }, expected: customersOf(...USERS) },
  { rows: { userId: userId(1), scopes: {} }, expected: [] },
];

test("500 interleaved requests of four kinds of callers on a pool of 4 see only their own rows", async () => {
  const wrong = await Promise.all(
    Array.from({ length: 500 }, (_, i) => {
      const { rows, expected } = CALLERS[i % CALLERS.length]!;
      return withRowContext(rows, async () => {
        const em = db.orm.em.fork();
        const bySql = (of: typeof em) =>
          plain(of).selectFrom("customer").select("id").orderBy("id").execute();
        const answers = await Promise.all([
          em.find(Customer, {}, { fields: ["id"], orderBy: { id: 1 } }),
          bySql(em),
          em.transactional((tx) => bySql(tx)),
        ]);
        return answers.filter((seen) => seen.map(({ id }) => id).join() !== expected.join()).length;
      });
    }),
  );
  expect(wrong.reduce((sum, n) => sum + n, 0)).toBe(0);
});

test("a context that cannot be set gives its connection back", async () => {
  const impossible = { userId: "\0", scopes: {} };
  for (let i = 0; i < 6; i++) {
    await expect(
      withRowContext(impossible, () => db.orm.em.fork().count(Customer)),
    ).rejects.toThrow();
  }
  expect(await withRowContext(CALLERS[2]!.rows, () => db.orm.em.fork().count(Customer))).toBe(14);
});

test("the pool recovers when the server ends its sessions in the middle of requests", async () => {
  const ask = (i: number) =>
    withRowContext(CALLERS[i % 3]!.rows, () => db.orm.em.fork().count(Customer));
  const storm = Promise.allSettled(Array.from({ length: 60 }, (_, i) => ask(i)));
  await db.sql(
    "superuser",
    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'crm_app' and datname = $1",
    [db.name],
  );
  await storm;
  const after = await Promise.all(Array.from({ length: 12 }, () => ask(2)));
  expect(after).toEqual(Array.from({ length: 12 }, () => 14));
});

test("instants come as ISO text in UTC with milliseconds, and microseconds where there are any", async () => {
  const [instants] = await withRowContext(CALLERS[2]!.rows, () =>
    plain(db.orm.em.fork())
      .selectFrom("customer")
      .select([
        "created_at",
        sql<string>`'2026-01-31 08:00:00.1+08'::timestamptz`.as("tenth"),
        sql<string>`'2026-01-31 00:00Z'::timestamptz`.as("whole"),
        sql<string>`'2026-01-31 00:00:00.123456Z'::timestamptz`.as("micro"),
      ])
      .limit(1)
      .execute(),
  );
  expect(instants).toEqual({
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    tenth: "2026-01-31T00:00:00.100Z",
    whole: "2026-01-31T00:00:00.000Z",
    micro: "2026-01-31T00:00:00.123456Z",
  });
});

describe("a pool whose connections lost their context behind its back", () => {
  const lost = ownDatabase();

  test("is not told again for the same caller, and is for the next", async () => {
    await foundCompany(lost);
    const count = (rows: RowContext) =>
      withRowContext(rows, () => lost.orm.em.fork().count(Customer));
    const all = CALLERS[2]!.rows;
    await withRowContext(all, () =>
      lost.orm.em.fork().execute("select set_config('crm.scopes', '{}', false)"),
    );
    expect(await count(all)).toBe(0);
    expect(await count(CALLERS[0]!.rows)).toBe(2);
    expect(await count(all)).toBe(14);
  });
});
