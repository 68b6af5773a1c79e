import { expect, test } from "vitest";
import { createDatabase, dropDatabase } from "../../schema/postgres/create-database.ts";
import { migrateDatabase } from "../../schema/postgres/migrate.ts";
import { withClient } from "../../schema/postgres/server.ts";
import { ownDatabase } from "../support/database.ts";

const db = ownDatabase();

const keys = async (names: readonly string[]): Promise<string[]> => {
  const rows = await db.sql<{ key: string }>(
    "crm_app",
    "select crm.name_key(name) as key from unnest($1::text[]) with ordinality as n (name, at) order by at",
    [names],
  );
  return rows.map(({ key }) => key);
};

test.each([
  ["华为技术有限公司", "华为技术"],
  ["华为 技术 有限 公司", "华为技术"],
  ["华为技术股份有限公司", "华为技术"],
  ["华为技术有限责任公司", "华为技术"],
  ["华為技術有限責任公司", "华為技術"],
  ["阿里巴巴（中国）有限公司", "阿里巴巴中国"],
  ["中国石油天然气集团有限公司", "中国石油天然气集团"],
  ["北京百货大楼公司", "北京百货大楼"],
  ["Acme Inc.", "acme"],
  ["ACME, Incorporated", "acme"],
  ["Acme Co., Ltd.", "acme"],
  ["Acme Co.,Ltd", "acme"],
  ["Acme L.L.C.", "acme"],
  ["Ａｃｍｅ　Ｃｏｒｐｏｒａｔｉｏｎ", "acme"],
  ["Acme Holdings (Shanghai) Co. Ltd", "acmeholdingsshanghai"],
  ["O’Neill & Sons Ltd", "oneill&sons"],
  ["Acme\u200B Zero\uFEFF Width", "acmezerowidth"],
  ["Acme科技有限公司", "acme科技"],
])("%s is compared as %s", async (name, expected) => {
  expect(await keys([name])).toEqual([expected]);
});

test("letters that only look like a legal form are part of the name", async () => {
  expect(await keys(["Zinc", "Costco", "Velcro", "Company Limited Edition"])).toEqual([
    "zinc",
    "costco",
    "velcro",
    "companylimitededition",
  ]);
});

test("names told apart by a symbol stay apart", async () => {
  const [att, at, c, cpp] = await keys(["AT&T", "ATT", "C", "C++"]);
  expect(att).not.toBe(at);
  expect(c).not.toBe(cpp);
});

test("a name that is only a legal form or only punctuation keeps a key of its own", async () => {
  expect(await keys(["有限公司", "Ltd.", "!!!", "……"])).toEqual([
    "有限公司",
    "ltd",
    "!!!",
    "......",
  ]);
});

test("a name that grows in normalisation still fits into the index", async () => {
  const [key] = await keys(["\uFDFA".repeat(200)]);
  expect(key?.length).toBeLessThanOrEqual(500);
});

test("a server with another locale compares names the same way", async () => {
  const name = `${db.name}_c`;
  await db.sql(
    "superuser",
    `create database ${name} owner crm_owner template template0 encoding 'UTF8' locale_provider builtin locale 'C'`,
  );
  try {
    await createDatabase(db.server, name);
    await migrateDatabase(db.server, name);
    const key = await withClient(db.server, "crm_app", name, (client) =>
      client.query("select crm.name_key('ÉCOLE　（上海）有限公司') as key"),
    );
    expect(key.rows).toEqual([{ key: "école上海" }]);
  } finally {
    await dropDatabase(db.server, name);
  }
});
