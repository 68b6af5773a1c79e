import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDERS = ["api", "dashboards", "etl", "schema", "tests", "warehouse", "scripts", "bin"];

/** Files of the work tree that are, or could be, committed; generated ones aside. */
const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...FOLDERS],
  { cwd: ROOT, encoding: "utf8" },
)
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith("dashboards/src/gql/"))
  .filter((file) => fs.existsSync(path.join(ROOT, file)));

const text = (file: string): string => fs.readFileSync(path.join(ROOT, file), "utf8");

test("no folder gathers what has nothing in common", () => {
  const vague = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.[jt]sx?$)/;
  expect(files.filter((file) => vague.test(file))).toEqual([]);
});

test("no file only passes on what others export", () => {
  expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
});

test("files are named in kebab-case with the role as suffix", () => {
  const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|tsx|mjs|d\.ts)$/;
  expect(files.filter((file) => !named.test(path.basename(file)))).toEqual([]);
});

test("a file stays small enough for one idea", () => {
  const lines = files.map((file) => ({ file, lines: text(file).split("\n").length }));
  const written = /^(tests|schema\/migrations)\//;
  const product = lines.filter(({ file }) => !written.test(file));
  expect(product.filter((entry) => entry.lines > 320)).toEqual([]);
  const sorted = product.map((entry) => entry.lines).toSorted((left, right) => left - right);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100);
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(250);
});

test("no check is switched off and nothing is left for later", () => {
  const off = /(oxlint|eslint)-disable|@ts-(ignore|nocheck)|\b(TODO|FIXME|XXX)\b/;
  const own = ["tests/architecture/sources.test.ts", "tests/architecture/directions.test.ts"];
  expect(files.filter((file) => !own.includes(file) && off.test(text(file)))).toEqual([]);
});
