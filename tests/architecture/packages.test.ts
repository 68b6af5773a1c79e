import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
const read = <T>(file: string): T =>
  JSON.parse(fs.readFileSync(path.join(ROOT, file), "utf8")) as T;

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly overrides: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
  readonly engines: { readonly node: string };
}
interface Lock {
  readonly packages: Record<
    string,
    { version?: string; resolved?: string; hasInstallScript?: boolean; optional?: boolean }
  >;
}
interface Safety {
  /** Lowest safe version by package name, or by scope where the name ends in a slash. */
  readonly minimum: Record<string, string>;
  readonly never: readonly string[];
}

const manifest = read<Manifest>("package.json");
const lock = read<Lock>("package-lock.json");
const safety = read<Safety>("tests/architecture/minimum-safe-versions.json");

const nameOf = (location: string): string => location.split("node_modules/").at(-1) ?? "";
const installed = Object.entries(lock.packages)
  .filter(([location]) => location !== "")
  .map(([location, entry]) => ({ name: nameOf(location), ...entry }));

/** Whether a version is below another, by its three numbers. */
function isBelow(version: string, minimum: string): boolean {
  const [left, right] = [version, minimum].map((text) =>
    text.split(/[.-]/).slice(0, 3).map(Number),
  );
  const at = [0, 1, 2].find((index) => left?.[index] !== right?.[index]);
  return at !== undefined && (left?.[at] ?? 0) < (right?.[at] ?? 0);
}

test("no installed package is older than its lowest safe version", () => {
  const unsafe = installed.filter(({ name, version = "0.0.0" }) =>
    Object.entries(safety.minimum).some(
      ([rule, minimum]) =>
        (rule.endsWith("/") ? name.startsWith(rule) : name === rule) && isBelow(version, minimum),
    ),
  );
  expect(unsafe).toEqual([]);
});

test("a version is judged by its numbers, not as text", () => {
  expect(isBelow("7.1.6", "7.1.7")).toBe(true);
  expect(isBelow("7.1.10", "7.1.7")).toBe(false);
  expect(isBelow("10.0.0", "9.9.9")).toBe(false);
});

test("packages that must never be used are not installed", () => {
  expect(installed.map(({ name }) => name).filter((name) => safety.never.includes(name))).toEqual(
    [],
  );
});

test("every version is pinned exactly", () => {
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides };
  const loose = Object.entries(all).filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range));
  expect(loose).toEqual([]);
});

test("the MikroORM family has one version", () => {
  const family = installed.filter(({ name }) => name.startsWith("@mikro-orm/"));
  expect(new Set(family.map(({ version }) => version)).size).toBe(1);
});

test("every package with an install script is judged", () => {
  const undecided = installed.filter(
    ({ name, hasInstallScript }) => hasInstallScript && !(name in manifest.allowScripts),
  );
  expect(undecided.map(({ name }) => name)).toEqual([]);
});

test("the lock file names no download address", () => {
  expect(installed.filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
});
