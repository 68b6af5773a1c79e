import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { UnreadableFile } from "../../../api/import/file-faults.ts";
import { importing, type Imported } from "../../support/importing.ts";

const db = importing();

const PEOPLE = {
  entity: "user",
  matchBy: "login",
  columns: { login: "login", office: "department.code" },
};
const CUSTOMERS = {
  entity: "customer",
  source: "test",
  matchBy: "externalKey",
  columns: { key: "externalKey", name: "name", manager: "accountManager.login", tier: "tier" },
  defaults: { region: "Home" },
  createMissing: ["region"],
};
const OPPORTUNITIES = {
  entity: "opportunity",
  source: "test",
  matchBy: "externalKey",
  columns: {
    key: "externalKey",
    agent: "assignee.login",
    stage: "status",
    from: "developingAt",
    to: "closedAt",
    amount: "closedAmount",
  },
  defaults: {
    title: "A deal",
    description: "From a file",
    successRate: 50,
    "customer.name": "Acme",
  },
};
const HEAD = "key,agent,stage,from,to,amount\n";

const brief = ({ errors }: Imported): string[] =>
  errors.map(({ line, column, code, value }) => `${line} ${column} ${code} ${value}`.trim());
const tables = async (): Promise<unknown> =>
  db.sql(
    "crm_owner",
    `select (select count(*) from crm.customer) as customers, (select count(*) from crm.opportunity) as opportunities,
      (select count(*) from crm.dictionary_entry) as entries, (select count(*) from crm.audit_entry) as audited,
      (select count(*) from crm.app_user) as users`,
  );
const refused = async (work: Promise<unknown>): Promise<UnreadableFile> => {
  const error = await work.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UnreadableFile);
  return error as UnreadableFile;
};

beforeAll(async () => {
  await db.importText("login,office\nana,ROOT\nbob,ROOT\n", PEOPLE);
  await db.importText("key,name,manager,tier\na,Acme,ana,1\n", CUSTOMERS);
});

describe("a file with bad rows", () => {
  let before: unknown;
  beforeEach(async () => {
    before = await tables();
  });

  test("names line and column of every unknown user, with the nearest logins, and writes nothing", async () => {
    const report = await db.importText(
      "key,name,manager,tier\nb,Better,ana,1\nc,Cheers,anna,2\nd,Dambase,nobody,3\n",
      CUSTOMERS,
    );
    expect(brief(report)).toEqual([
      "3 manager UNKNOWN_REFERENCE anna",
      "4 manager UNKNOWN_REFERENCE nobody",
    ]);
    expect(report.errors[0]?.en).toBe("Account manager is not known; did you mean ana?");
    expect(report).toMatchObject({ read: 3, created: 1, rejected: 2, applied: false });
    expect(await tables()).toEqual(before);
  });

  test("tells impossible dates from texts that are no dates", async () => {
    const report = await db.importText(
      `${HEAD}1,ana,WON,2017-02-30,2017-03-01,5\n2,ana,WON,2017-02-01,soon,5\n3,ana,WON,2017-02-01,2017-13-01,5\n4,ana,WON,1789-07-14,2017-01-01,5\n`,
      OPPORTUNITIES,
    );
    expect(brief(report)).toEqual([
      "2 from IMPOSSIBLE_DATE 2017-02-30",
      "3 to NOT_A_DATE soon",
      "4 to IMPOSSIBLE_DATE 2017-13-01",
      "5 from IMPOSSIBLE_DATE 1789-07-14",
    ]);
    expect(await tables()).toEqual(before);
  });

  test("refuses dates that run backwards or lie ahead, and values that contradict the status", async () => {
    const report = await db.importText(
      `${HEAD}1,ana,WON,2017-05-01,2017-03-01,5\n2,ana,WON,2017-05-01,2199-03-01,5\n3,ana,DEVELOPING,2017-05-01,2017-06-01,\n4,ana,WON,2017-05-01,2017-06-01,\n5,,DEVELOPING,2017-05-01,,\n6,ana,LOST,2017-05-01,,\n`,
      OPPORTUNITIES,
    );
    expect(brief(report)).toEqual([
      "2 to OUT_OF_ORDER 2017-03-01",
      "3 to IN_THE_FUTURE 2199-03-01",
      "4 to CONTRADICTION 2017-06-01",
      "5 amount REQUIRED",
      "6 agent REQUIRED",
      "7 to REQUIRED",
    ]);
    expect(await tables()).toEqual(before);
  });

  test("finds keys that stand in the file twice, however they are written", async () => {
    const report = await db.importText(
      "key,name,manager,tier\nx,Xenon,ana,1\ny,Ypsilon,ana,1\nx,Xerxes,ana,1\n",
      CUSTOMERS,
    );
    expect(brief(report)).toEqual(["4 key DUPLICATE_KEY x"]);
    expect(report.errors[0]?.en).toContain("line 2");
    const byName = await db.importText("name,manager,tier\nPlain Ltd.,ana,1\n Ｐｌａｉｎ,ana,1\n", {
      ...CUSTOMERS,
      matchBy: "name",
      columns: { name: "name", manager: "accountManager.login", tier: "tier" },
    });
    expect(brief(byName)).toEqual(["3 name DUPLICATE_KEY Ｐｌａｉｎ"]);
    expect(await tables()).toEqual(before);
  });

  test("finds names that another record has, in the database or in the same file", async () => {
    const report = await db.importText(
      "key,name,manager,tier\nz,ACME Inc.,ana,1\nu,Unique,ana,1\nv,unique ltd,ana,1\n",
      CUSTOMERS,
    );
    expect(brief(report)).toEqual(["2 name TAKEN ACME Inc.", "4 name TAKEN unique ltd"]);
    expect(await tables()).toEqual(before);
  });

  test("refuses numbers, ratings and amounts out of bounds, and rows of another width", async () => {
    const report = await db.importText(
      "key,name,manager,tier\nb,Better,ana,6\nc,Cheers,ana,two\nd,Dam\ne,E,ana,1,more\nf,,ana,1\n",
      CUSTOMERS,
    );
    expect(brief(report)).toEqual([
      "2 tier OUT_OF_RANGE 6",
      "3 tier NOT_A_NUMBER two",
      "4 3 RAGGED_ROW",
      "5 5 RAGGED_ROW more",
      "6 name REQUIRED",
    ]);
    expect(await tables()).toEqual(before);
  });

  test("counts lines of the file, not rows, where cells have line breaks", async () => {
    const report = await db.importText(
      'key,name,manager,tier\nb,"Two\nlines",ana,1\nc,"Three\n\nlines",ana,9\n',
      CUSTOMERS,
    );
    expect(brief(report)).toEqual(["6 tier OUT_OF_RANGE 9"]);
  });

  test("has its good rows written only where that is asked for, and the counts add up", async () => {
    const file = "key,name,manager,tier\ng1,Good one,ana,1\nb1,Bad one,ana,7\ng2,Good two,bob,2\n";
    const report = await db.importText(file, CUSTOMERS, { skipBadRows: true });
    expect(report).toMatchObject({
      read: 3,
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      applied: true,
    });
    const again = await db.importText(file, CUSTOMERS, { skipBadRows: true });
    expect(again).toMatchObject({ read: 3, created: 0, updated: 0, unchanged: 2, rejected: 1 });
  });
});

describe("a file that cannot be read", () => {
  test("names every column of the mapping that it lacks, with the nearest one", async () => {
    const error = await refused(db.importText("key,nam,boss,tier\na,b,c,1\n", CUSTOMERS));
    expect(error.faults.map(({ code, text, suggestions }) => [code, text.en, suggestions])).toEqual(
      [
        ["UNKNOWN_COLUMN", "The header (line 1) has no column name", ["nam"]],
        ["UNKNOWN_COLUMN", "The header (line 1) has no column manager", undefined],
      ],
    );
  });

  test("is refused as a whole for an open or stray quote, with line and column", async () => {
    const open = await refused(
      db.importText(
        'key,name,manager,tier\nq1,Quiet,ana,1\nq2,"Open,ana,1\nq3,Next,ana,1\n',
        CUSTOMERS,
      ),
    );
    expect(open.faults).toMatchObject([
      { code: "QUOTE_NOT_CLOSED", place: { line: 3, column: 2 } },
    ]);
    const stray = await refused(
      db.importText('key,name,manager,tier\nq1,Quiet,ana,1\nq2,A "stray" one,ana,1\n', CUSTOMERS),
    );
    expect(stray.faults).toMatchObject([{ code: "STRAY_QUOTE", place: { line: 3, column: 2 } }]);
    expect(await db.sql("crm_owner", "select from crm.customer where name = 'Quiet'")).toEqual([]);
  });

  test("is refused where a column name stands in the header twice, or where there is no header", async () => {
    const twice = await refused(db.importText("key,name,name,manager,tier\n", CUSTOMERS));
    expect(twice.faults).toMatchObject([
      { code: "DUPLICATE_COLUMN", place: { line: 1, column: 3 } },
    ]);
    expect((await refused(db.importText("", CUSTOMERS))).faults[0]?.code).toBe("EMPTY_FILE");
  });
});
