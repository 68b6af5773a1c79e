import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { administration } from "../../../support/administration.ts";
import { testData } from "../../../support/importing.ts";
import { salesCompany } from "../../../support/sales-company.ts";

const company = salesCompany();
const admin = administration(company);
const folder = testData();

/** Where a name is written by an operation, and where it is kept. */
const PLACES = [
  {
    what: "the name of a department",
    max: 200,
    input: (name: string, code: string) => ({
      name,
      code,
      parentId: company.departmentId("ROOT"),
    }),
    operation: "createDepartment",
    kept: "select name as text from crm.department where id = $1",
    count: "select count(*)::int as count from crm.department",
  },
  {
    what: "the name of a user",
    max: 200,
    input: (displayName: string, code: string) => ({
      displayName,
      login: code,
      roles: [],
      departmentId: company.departmentId("ROOT"),
    }),
    operation: "createUser",
    kept: "select display_name as text from crm.app_user where id = $1",
    count: "select count(*)::int as count from crm.app_user",
  },
  {
    what: "the name of a role",
    max: 100,
    input: (nameZh: string, code: string) => ({ nameZh, nameEn: code, code }),
    operation: "createRole",
    kept: "select name_zh as text from crm.role where id = $1",
    count: "select count(*)::int as count from crm.role",
  },
] as const;

const LOCAL = [
  "",
  " ",
  " before",
  "after ",
  "line\nbreak",
  "nul\u0000",
  "half \ud83d",
  "x".repeat(201),
  "\u{1f469}\u200d\u{1f4bb}".repeat(20),
  "'; drop table crm.department; --",
  "{{7*7}}",
  "ﷺ",
];

describe.each(PLACES)("$what", ({ max, input, operation, kept, count }) => {
  const rows = async (): Promise<number> =>
    (await company.rows<{ count: number }>(count))[0]?.count ?? 0;
  let number = 0;
  const keepsOrRefuses = async (names: readonly string[]): Promise<number> => {
    let refused = 0;
    for (const name of names) {
      const before = await rows();
      const answer = await admin.attempt("admin", operation, input(name, `T${number++}`));
      const made = (answer.data?.[operation] ?? null) as { id: string } | null;
      if (made) {
        expect((await company.rows<{ text: string }>(kept, [made.id]))[0]?.text).toBe(name);
      } else {
        refused++;
        expect(answer.errors[0]?.extensions.code).toBe("INVALID_INPUT");
        expect(await rows()).toBe(before);
      }
    }
    return refused;
  };

  test("is kept to the letter or refused, with nothing written", async () => {
    expect(await keepsOrRefuses(LOCAL)).toBe(8);
  });

  test("has its length counted in characters", async () => {
    expect(await keepsOrRefuses(["汉".repeat(max), "\u{20000}".repeat(max)])).toBe(0);
    expect(await keepsOrRefuses(["汉".repeat(max + 1), "\u{20000}".repeat(max + 1)])).toBe(2);
  });

  test.skipIf(!folder)(
    "survives the naughty strings (CRM_TEST_DATA)",
    async () => {
      const strings = JSON.parse(
        fs.readFileSync(path.join(folder ?? "", "messy/naughty-strings/blns.json"), "utf8"),
      ) as string[];
      expect(strings.length).toBeGreaterThan(400);
      expect(await keepsOrRefuses(strings)).toBeLessThan(60);
    },
    120_000,
  );
});
