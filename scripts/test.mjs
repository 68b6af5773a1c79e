// Every test: vitest (unit, database, sockets), then the browser. Ends with one line that sums both.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "./build.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const reports = fs.mkdtempSync(path.join(os.tmpdir(), "crm-test-reports-"));
const packageFolder = (name) => path.join(root, "node_modules", name);

function run(tool, parameters, environment = {}) {
  const child = spawnSync(process.execPath, [tool, ...parameters], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  return child.status === 0;
}

/** A runner that fails without a failed test (a file that does not load, a worker that dies) counts as one. */
function tally(succeeded, file, count) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const counted = fs.existsSync(file) ? count(JSON.parse(fs.readFileSync(file, "utf8"))) : none;
  return !succeeded && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

function runVitest() {
  const file = path.join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const succeeded = run(path.join(packageFolder("vitest"), "vitest.mjs"), ["run", ...reporters]);
  return tally(succeeded, file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

function runBrowser() {
  const file = path.join(reports, "playwright.json");
  const succeeded = run(
    path.join(packageFolder("@playwright/test"), "cli.js"),
    ["test", "--config", "tests/e2e/playwright.config.ts", "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  );
  return tally(succeeded, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

const built = buildIfNeeded();
const results = built ? [runVitest(), runBrowser()] : [{ passed: 0, failed: 1, skipped: 0 }];
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
fs.rmSync(reports, { recursive: true, force: true });
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed${skipped}\n`);
process.exitCode = sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
