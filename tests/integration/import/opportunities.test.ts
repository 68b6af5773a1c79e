import { beforeAll, describe, expect, test } from "vitest";
import { importing, type Imported } from "../../support/importing.ts";

const db = importing();

const MAPPING = {
  entity: "opportunity",
  source: "old",
  matchBy: "externalKey",
  columns: {
    key: "externalKey",
    agent: "assignee.login",
    stage: "status",
    from: "developingAt",
    to: "closedAt",
    amount: "closedAmount",
    estimate: "estimatedAmount",
    product: "products.externalId",
    count: "products.quantity",
    customer: "customer.name",
  },
  defaults: {
    title: "A deal",
    description: "From a file",
    successRate: 50,
    customerName: "Somebody",
    createdAt: "2020-01-01",
  },
};
const HEAD = "key,agent,stage,from,to,amount,estimate,product,count,customer\n";
const load = (rows: string): Promise<Imported> => db.importText(HEAD + rows, MAPPING);
const codes = ({ errors }: Imported): string[] =>
  errors.map(({ code, field }) => `${code} ${field}`);

const record = async (key: string): Promise<Record<string, unknown>> =>
  (
    await db.sql(
      "crm_owner",
      `select o.status, o.furthest_status, u.login as assignee, o.closed_amount::text, o.version, o.title,
        o.estimated_amount::text, o.number ~ '^XS\\d{8}\\d{4}$' as numbered, c.name as customer, o.customer_name,
        to_char(o.closed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as closed
      from crm.opportunity o join crm.opportunity_external_key k on k.opportunity_id = o.id
      left join crm.app_user u on u.id = o.assignee_id left join crm.customer c on c.id = o.customer_id
      where k.key = $1`,
      [key],
    )
  )[0] ?? {};
const moves = async (key: string): Promise<string[]> =>
  (
    await db.sql<{ move: string }>(
      "crm_owner",
      `select concat_ws(' ', t.seq, t.to_status, t.direction, to_char(t.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'),
        t.amount::float8, t.by_principal) as move
      from crm.opportunity_transition t join crm.opportunity_external_key k on k.opportunity_id = t.opportunity_id
      where k.key = $1 order by t.seq`,
      [key],
    )
  ).map(({ move }) => move);
const revisions = (key: string) =>
  db.sql(
    "crm_owner",
    `select r.seq, r.changes from crm.opportunity_revision r
      join crm.opportunity_external_key k on k.opportunity_id = r.opportunity_id where k.key = $1 order by r.seq`,
    [key],
  );

beforeAll(async () => {
  await db.importText("login\nana\nbob\n", {
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
  await db.importText("id,name,price\nA,Anvil,10\nB,Bolt,0.5\n", {
    entity: "product",
    source: "old",
    matchBy: "externalKey",
    columns: { id: "externalId", name: "name", price: "price" },
  });
});

describe("a new opportunity", () => {
  test("has the moves that its status and dates tell, with the amount of each moment", async () => {
    await load("won,ana,WON,2020-02-01,2020-03-01,90,100,A;B,2;3,ACME\n");
    expect(await record("won")).toMatchObject({
      status: "WON",
      furthest_status: "WON",
      assignee: "ana",
      closed_amount: "90.0000",
      closed: "2020-03-01",
      numbered: true,
      customer: "Acme",
      customer_name: null,
    });
    expect(await moves("won")).toEqual([
      "1 UNASSIGNED FORWARD 2020-01-01 100 system:cli",
      "2 ASSIGNED FORWARD 2020-01-01 100 system:cli",
      "3 DEVELOPING FORWARD 2020-02-01 100 system:cli",
      "4 WON CLOSE 2020-03-01 90 system:cli",
    ]);
    const [deal] = await db.sql(
      "crm_owner",
      "select amount::text, products->0->>'quantity' as quantity, products->1->>'unitPrice' as price from crm.deal",
    );
    expect(deal).toEqual({ amount: "90.0000", quantity: "2.0000", price: "0.5000" });
    expect(await revisions("won")).toEqual([]);
  });

  test("may be lost without having been developed, but not won without a customer", async () => {
    await load("lost,ana,LOST,,2020-03-01,0,,,,\n");
    expect(await record("lost")).toMatchObject({
      furthest_status: "ASSIGNED",
      customer_name: "Somebody",
    });
    expect(await moves("lost")).toHaveLength(3);
    const report = await load("nobody,ana,WON,2020-02-01,2020-03-01,5,,,,\n");
    expect(codes(report)).toEqual(["REQUIRED customer.name"]);
  });

  test("without status is unassigned, or assigned where the file names somebody", async () => {
    await load("open,,,,,,,,,\ntaken,bob,,,,,,,,\n");
    expect(await record("open")).toMatchObject({ status: "UNASSIGNED", assignee: null });
    expect(await record("taken")).toMatchObject({ status: "ASSIGNED", assignee: "bob" });
  });
});

describe("an opportunity that is there already", () => {
  test("moves on at the dates of the file, and its changes are revisions", async () => {
    await load("go,,,,,,10,A,1,\n");
    const later = "go,bob,DEVELOPING,2020-05-01,,,20,A,4,\n";
    expect(await load(later)).toMatchObject({ updated: 1 });
    expect((await moves("go")).map((move) => move.slice(0, 32))).toEqual([
      "1 UNASSIGNED FORWARD 2020-01-01 ",
      expect.stringMatching(/^2 ASSIGNED FORWARD /),
      "3 DEVELOPING FORWARD 2020-05-01 ",
    ]);
    const [revision] = await revisions("go");
    expect(revision?.["changes"]).toMatchObject({
      estimatedAmount: { old: "10.0000", new: "20.0000" },
      assigneeId: { old: null },
      products: { old: [{ quantity: "1.0000" }], new: [{ quantity: "4.0000" }] },
    });
    expect(await load(later)).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await load("go,bob,LOST,2020-05-01,2020-06-01,,20,A,4,\n")).toMatchObject({
      updated: 1,
    });
    expect(await record("go")).toMatchObject({
      status: "LOST",
      furthest_status: "DEVELOPING",
      version: 3,
    });
  });

  test("that only moves leaves an audit entry with the statuses before and after", async () => {
    await load("step,ana,ASSIGNED,,,,,,,\n");
    await load("step,ana,DEVELOPING,,,,,,,\n");
    const [entry] = await db.sql(
      "crm_owner",
      `select a.before->>'status' as before, a.after->>'status' as after from crm.audit_entry a
        join crm.opportunity_external_key k on k.opportunity_id = a.record_id
        where k.key = 'step' and a.before is not null`,
    );
    expect(entry).toEqual({ before: "ASSIGNED", after: "DEVELOPING" });
  });

  test("keeps its recorded course: no way back, no other dates, no change once it is closed", async () => {
    await load("done,ana,WON,2020-02-01,2020-03-01,90,100,A,1,Acme\n");
    const before = await record("done");
    expect(codes(await load("done,ana,DEVELOPING,2020-02-01,,,100,A,1,Acme\n"))).toEqual([
      "INVALID_TRANSITION status",
    ]);
    expect(codes(await load("done,ana,WON,2020-02-02,2020-03-01,91,100,A,1,Acme\n"))).toEqual([
      "HISTORY_IS_FIXED developingAt",
      "HISTORY_IS_FIXED closedAmount",
    ]);
    expect(codes(await load("done,ana,WON,2020-02-01,2020-03-01,90,101,A,1,Acme\n"))).toEqual([
      "NOT_EDITABLE ",
    ]);
    expect(codes(await load("done,ana,WON,2020-02-01,2020-03-01,90,100,B,1,Acme\n"))).toEqual([
      "NOT_EDITABLE products.externalId",
    ]);
    expect(await record("done")).toEqual(before);
  });

  test("keeps what somebody has changed where the file has only a default for it", async () => {
    await load("mine,ana,,,,,,,,\n");
    await db.sql(
      "crm_owner",
      `update crm.opportunity o set title = 'Better title', success_rate = 70 from crm.opportunity_external_key k
        where k.opportunity_id = o.id and k.key = 'mine'`,
    );
    expect(await load("mine,ana,,,,,,,,\n")).toMatchObject({ unchanged: 1 });
    expect(await record("mine")).toMatchObject({ title: "Better title" });
  });
});

describe("plan items", () => {
  const PLAN = {
    entity: "planItem",
    source: "old",
    matchBy: "content",
    columns: {
      key: "opportunity.externalKey",
      day: "plannedOn",
      what: "content",
      result: "result",
      done: "executedAt",
    },
  };

  test("come to closed opportunities too, once, and leave the status alone", async () => {
    await load("planned,ana,WON,2020-02-01,2020-03-01,90,,,,Acme\n");
    const file =
      "key,day,what,result,done\nplanned,2020-02-03,Call,They like it,2020-02-03 15:00\nplanned,2020-02-09,Visit,,\n";
    expect(await db.importText(file, PLAN)).toMatchObject({ created: 2 });
    expect(await db.importText(file, PLAN)).toMatchObject({ unchanged: 2 });
    expect(await moves("planned")).toHaveLength(4);
  });

  test("with a result say when it was reached, and are history from then on", async () => {
    const head = "key,day,what,result,done\n";
    const incomplete = await db.importText(`${head}planned,2020-02-09,Mail,Sent,\n`, PLAN);
    expect(codes(incomplete)).toEqual(["REQUIRED executedAt"]);
    const report = await db.importText(
      `${head}planned,2020-02-03,Call,Other,2020-02-03 15:00\n`,
      PLAN,
    );
    expect(codes(report)).toEqual(["NOT_EDITABLE "]);
  });
});
