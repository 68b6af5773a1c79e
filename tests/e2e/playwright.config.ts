import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { chromium } from "./support/chromium.ts";

/** The real product on its built files, in the browser that npm brings. */
export default defineConfig({
  testDir: fileURLToPath(new URL(".", import.meta.url)),
  testMatch: "**/*.e2e.ts",
  outputDir: fileURLToPath(new URL("../../node_modules/.cache/e2e", import.meta.url)),
  globalSetup: fileURLToPath(new URL("support/companies.ts", import.meta.url)),
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env["CI"] === "true",
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    launchOptions: await chromium(),
    viewport: { width: 1440, height: 900 },
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
