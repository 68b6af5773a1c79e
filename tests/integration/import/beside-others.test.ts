import { beforeAll, describe, expect, test } from "vitest";
import { importing } from "../../support/importing.ts";

const db = importing();
const MAPPING = {
  entity: "customer",
  source: "test",
  matchBy: "externalKey",
  columns: { key: "externalKey", name: "name" },
  defaults: { region: "Home", tier: 1, "accountManager.login": "ana" },
  encoding: "utf-8",
};
const rows = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, n) => `k${from + n},Company number ${from + n}\n`).join("");

beforeAll(async () => {
  await db.importText("login\nana\n", {
    entity: "user",
    matchBy: "login",
    columns: { login: "login" },
    defaults: { "department.code": "ROOT" },
  });
  await db.importText("type,code\nregion,Home\n", {
    entity: "dictionaryEntry",
    matchBy: "code",
    columns: { type: "type", code: ["code", "captionZh", "captionEn"] },
  });
});

describe("an import that takes its time", () => {
  test("does not keep others from creating customers of the same day, and shows nothing before its end", async () => {
    const begun = Promise.withResolvers<void>();
    const resumed = Promise.withResolvers<void>();
    const report = db.importFrom(async function* () {
      // 64 KiB of beginning are read ahead, then a chunk of 1,000 rows is written.
      yield Buffer.from(`key,name\n${rows(0, 4_000)}`);
      begun.resolve();
      await resumed.promise;
      yield Buffer.from(rows(4_000, 4_100));
    }, MAPPING);
    await begun.promise;
    const day = "(now() at time zone 'Asia/Shanghai')::date";
    const drawn = async (): Promise<number> =>
      Number(
        (await db.sql("crm_owner", `select last from crm.number_counter where day = ${day}`))[0]?.[
          "last"
        ] ?? 0,
      );
    await expect.poll(drawn, { timeout: 10_000 }).toBeGreaterThanOrEqual(1_000);
    const [other] = await db.sql("crm_app", `select crm.next_number('KH', ${day}) as number`);
    expect(other?.["number"]).toMatch(/^KH\d{12,}$/);
    expect(await db.sql("crm_owner", "select from crm.customer limit 1")).toEqual([]);
    resumed.resolve();
    expect(await report).toMatchObject({ created: 4_100, rejected: 0 });
    const [numbers] = await db.sql(
      "crm_owner",
      "select count(distinct number)::int as count from crm.customer",
    );
    expect(numbers).toEqual({ count: 4_100 });
  });
});

describe("customers that name each other", () => {
  test("come in whatever their order; names that nobody has are rejected", async () => {
    const tree = {
      ...MAPPING,
      source: "tree",
      columns: { ...MAPPING.columns, parent: "parentCustomer.externalKey" },
    };
    const report = await db.importText(
      "key,name,parent\nleaf,Leaf,branch\nbranch,Branch,trunk\ntrunk,Trunk,\nlost,Lost,nowhere\n",
      tree,
      { skipBadRows: true },
    );
    expect(report).toMatchObject({ read: 4, created: 3, rejected: 1 });
    expect(report.errors).toMatchObject([{ line: 5, column: "parent", code: "UNKNOWN_REFERENCE" }]);
    const line = await db.sql(
      "crm_owner",
      `select c.name, p.name as parent, (select count(*)::int from crm.customer_history h where h.id = c.id) as versions
        from crm.customer c left join crm.customer p on p.id = c.parent_customer_id
        where c.name in ('Leaf', 'Branch', 'Trunk') order by 1`,
    );
    expect(line).toEqual([
      { name: "Branch", parent: "Trunk", versions: 1 },
      { name: "Leaf", parent: "Branch", versions: 1 },
      { name: "Trunk", parent: null, versions: 1 },
    ]);
  });
});
