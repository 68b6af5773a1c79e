import fs from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { UnreadableFile } from "../../../api/import/file-faults.ts";
import { importing, testData } from "../../support/importing.ts";

const folder = testData();
const at = (...parts: string[]): string => path.join(folder ?? "", ...parts);

/** Reads contacts whose memo is whatever a file has in one of its columns. */
const contacts = (memo: string, more: object = {}): object => ({
  entity: "contact",
  source: "messy",
  matchBy: "externalKey",
  columns: { key: "externalKey", memo },
  defaults: { name: "Somebody", "customer.name": "Acme" },
  ...more,
});

describe.skipIf(!folder)("files that others wrote (CRM_TEST_DATA)", () => {
  const db = importing();

  beforeAll(async () => {
    await db.importText("login\nana\n", {
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
  });

  /** Chinese companies as customers, from two columns. */
  const companies = (source: string): object => ({
    entity: "customer",
    source,
    matchBy: "externalKey",
    columns: { code: "externalKey", code_name: "name" },
    defaults: { region: "中国", tier: 1, "accountManager.login": "ana" },
    createMissing: ["region"],
  });

  test("Chinese company names are the same from UTF-8 and from GBK", async () => {
    const utf8 = await db.importFile(
      at("chinese", "listed_companies_stock_basic.utf8.csv"),
      companies("stocks"),
      { skipBadRows: true },
    );
    expect(utf8.read).toBe(4732);
    expect(utf8.created + utf8.rejected).toBe(4732);
    expect(utf8.created).toBeGreaterThan(4500);
    expect(new Set(utf8.errors.map(({ code }) => code))).toEqual(new Set(["TAKEN"]));
    const gbk = await db.importFile(
      at("chinese", "listed_companies_stock_basic.csv"),
      companies("stocks"),
      { skipBadRows: true },
    );
    expect(gbk).toMatchObject({ created: 0, updated: 0, unchanged: utf8.created });
    const [first] = await db.sql(
      "crm_owner",
      "select c.name from crm.customer c join crm.customer_external_key k on k.customer_id = c.id where k.key = 'sh.000001'",
    );
    expect(first).toEqual({ name: "上证综合指数" });
  }, 60_000);

  test("GBK that is said to be UTF-8 is refused at its first Chinese character", async () => {
    const wrong = { ...companies("wrong"), encoding: "utf-8" };
    const error = await db
      .importFile(at("chinese", "listed_companies_stock_basic.csv"), wrong)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect((error as UnreadableFile).faults).toMatchObject([
      { code: "WRONG_ENCODING", place: { line: 2, column: 11 } },
    ]);
  });

  test("20,000 short names come in by name, those that are written twice are listed by line", async () => {
    const report = await db.importFile(
      at("chinese", "company_short_names.txt"),
      {
        entity: "customer",
        matchBy: "name",
        header: false,
        delimiter: "TAB",
        columns: { "1": "name" },
        defaults: { region: "中国", tier: 1, "accountManager.login": "ana" },
      },
      { skipBadRows: true },
    );
    const { read, created, updated, unchanged, rejected, errors } = report;
    expect(created + updated + unchanged + rejected).toBe(read);
    expect(created).toBeGreaterThan(19_000);
    expect(errors.every(({ line, code }) => line > 0 && code !== "NOT_ALLOWED")).toBe(true);
  }, 120_000);

  test("naughty strings come back exactly as they went in", async () => {
    const strings = JSON.parse(
      fs.readFileSync(at("messy", "naughty-strings", "blns.json"), "utf8"),
    ) as string[];
    const quoted = strings.map((text, index) => `${index},"${text.replaceAll('"', '""')}"\r\n`);
    const report = await db.importText(`key,text\r\n${quoted.join("")}`, {
      ...contacts("memo"),
      columns: { key: "externalKey", text: "memo" },
      nulls: [],
    });
    expect(report).toMatchObject({ created: strings.length, rejected: 0 });
    const stored = await db.sql<{ key: string; memo: string | null }>(
      "crm_owner",
      `select k.key, c.memo from crm.contact c join crm.contact_external_key k on k.contact_id = c.id
        where k.source = 'messy' order by k.key::int`,
    );
    const blank = (text: string): boolean => text.trim() === "";
    expect(stored.map(({ memo }) => memo)).toEqual(
      strings.map((text) => (blank(text) ? null : text)),
    );
    expect(
      await db.importText(`key,text\r\n${quoted.join("")}`, {
        ...contacts("memo"),
        columns: { key: "externalKey", text: "memo" },
      }),
    ).toMatchObject({ unchanged: strings.length });
  });

  test("no messy file crashes the command, whatever its mapping makes of it", async () => {
    for (const group of ["csv-edge-cases/csv", "csv-spectrum/csvs", "naughty-strings"]) {
      for (const name of fs.readdirSync(at("messy", group))) {
        const outcome = await db
          .importFile(
            at("messy", group, name),
            { ...contacts("memo"), header: false, columns: { "1": ["externalKey", "memo"] } },
            { dryRun: true },
          )
          .then((r) => r.read === r.created + r.updated + r.unchanged + r.rejected)
          .catch((error: unknown) => error instanceof UnreadableFile);
        expect(outcome, name).toBe(true);
      }
    }
  });
});
