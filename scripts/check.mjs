// Everything that can be said about the sources without running the tests; all steps run, then the
// faults are summed up.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "./build.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The program that a package of ours puts into node_modules/.bin, as a file that Node runs. */
function program(name, packageName = name) {
  const folder = path.join(root, "node_modules", packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[name]);
}

const tsc = program("tsc", "typescript");
const codegen = program("graphql-codegen", "@graphql-codegen/cli");
const STEPS = {
  "types of the server": [tsc, "--noEmit", "-p", "tsconfig.json"],
  "types of the dashboards": [tsc, "--noEmit", "-p", "dashboards/tsconfig.json"],
  "types of the browser tests": [tsc, "--noEmit", "-p", "tests/e2e/tsconfig.json"],
  "lint and directions": [program("oxlint")],
  format: [program("oxfmt"), "--check", "."],
  "unused code": [program("knip")],
  "schema.graphql as emitted": ["dist/api/server/emit-sdl.js", "--check"],
  "generated types of the dashboards": [codegen, "--config", "dashboards/codegen.ts", "--check"],
  "dist starts and answers": ["scripts/smoke.mjs"],
};

function run(name, parameters) {
  const started = performance.now();
  const child = spawnSync(process.execPath, parameters, { cwd: root, encoding: "utf8" });
  const succeeded = child.status === 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${succeeded ? "ok    " : "FAILED"} ${name} (${seconds} s)\n`);
  if (!succeeded) process.stdout.write(`${child.stdout}${child.stderr}\n`);
  return succeeded;
}

const built = buildIfNeeded();
const failed = Object.entries(STEPS).filter(([name, parameters]) => !run(name, parameters));
if (!built) process.stdout.write("FAILED build\n");
process.exitCode = built && failed.length === 0 ? 0 : 1;
