import path from "node:path";
import { expect, test } from "vitest";
import { ConfigError, loadConfig, seedOf, SETTINGS } from "../../../schema/kernel/config.ts";

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
};

test("an empty environment gives the documented defaults", () => {
  expect(loadConfig({})).toMatchObject({
    port: 4000,
    host: "127.0.0.1",
    dataDir: path.resolve("var"),
    databaseUrl: undefined,
    warehouse: { engine: "duckdb", file: path.resolve("var", "warehouse.duckdb") },
    timeZone: "Asia/Shanghai",
    locale: "zh-CN",
    currency: "CNY",
    fiscalStart: 1,
    production: false,
  });
});

test("all faults are listed at once, each naming its variable", () => {
  const wrong = {
    PORT: "http",
    CRM_TIME_ZONE: "Mars/Base",
    CRM_CURRENCY: "RMB",
    DATABASE_URL: "mysql://x",
    WAREHOUSE_URL: "oracle:x",
    ETL_CRON: "now",
    CRM_SECRET: "short",
    LOG_LEVEL: "loud",
  };
  const faults = faultsOf(wrong);
  expect(faults).toHaveLength(Object.keys(wrong).length);
  for (const name of Object.keys(wrong)) {
    expect(faults.filter((fault) => fault.startsWith(`${name} must be`))).toHaveLength(1);
  }
});

test("production without a secret is refused", () => {
  expect(faultsOf({ NODE_ENV: "production" })).toEqual([
    expect.stringContaining("CRM_SECRET is required"),
  ]);
  expect(faultsOf({ NODE_ENV: "production", CRM_SECRET: "x".repeat(32) })).toEqual([]);
});

test("demo data goes into an embedded database in development only, unless it is asked for", () => {
  const seeds = [
    {},
    { CRM_SEED: "empty" },
    { DATABASE_URL: "postgres://crm@localhost/crm" },
    { NODE_ENV: "production", CRM_SECRET: "x".repeat(32) },
    { DATABASE_URL: "postgres://crm@localhost/crm", CRM_SEED: "demo" },
  ].map((environment) => seedOf(loadConfig(environment)));
  expect(seeds).toEqual(["demo", "empty", "empty", "empty", "demo"]);
});

test("no message repeats a secret", () => {
  const faults = faultsOf({ CRM_SECRET: "hunter2", CRM_ADMIN_PASSWORD: "hunter3" });
  expect(faults).toHaveLength(2);
  expect(faults.join()).not.toContain("hunter");
});

test("each variable is declared once and described", () => {
  const names = Object.values(SETTINGS).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.values(SETTINGS).filter(({ description }) => description.length < 10)).toEqual([]);
});
