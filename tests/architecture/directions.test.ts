import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

interface Fault {
  readonly file: string;
  readonly code: string;
  /** The rule that catches it, and a word of its message. */
  readonly caught: RegExp;
}

const importing = (file: string, from: string, caught: RegExp): Fault => ({
  file,
  code: `import { thing } from "${from}";\nexport const planted = thing;\n`,
  caught,
});

/** A fault a rule, by the sentence that it breaks. */
const FAULTS: Readonly<Record<string, Fault>> = {
  "dashboards do not import the api": importing(
    "dashboards/src/planted-api.ts",
    "../../api/planted-target.ts",
    /no-restricted-imports.*know the api/,
  ),
  "dashboards do not import the etl": importing(
    "dashboards/src/planted-etl.ts",
    "../../etl/planted-target.ts",
    /no-restricted-imports.*know the etl/,
  ),
  "dashboards do not import the warehouse": importing(
    "dashboards/src/planted-warehouse.ts",
    "../../warehouse/planted-target.ts",
    /no-restricted-imports.*warehouse/,
  ),
  "dashboards do not import the schema": importing(
    "dashboards/src/planted-schema.ts",
    "../../schema/kernel/planted-target.ts",
    /no-restricted-imports.*published GraphQL schema/,
  ),
  "the api does not import the etl": importing(
    "api/customers/planted-etl.ts",
    "../../etl/planted-target.ts",
    /no-restricted-imports.*know the etl/,
  ),
  "a GraphQL type does not import the etl either": importing(
    "api/customers/planted.type.ts",
    "../../etl/planted-target.ts",
    /no-restricted-imports.*know the etl/,
  ),
  "the shield does not import the etl either": importing(
    "api/access/shield.ts",
    "../../etl/planted-target.ts",
    /no-restricted-imports.*know the etl/,
  ),
  "the etl does not import the api": importing(
    "etl/load/planted-api.ts",
    "../../api/planted-target.ts",
    /no-restricted-imports.*know the api/,
  ),
  "the etl does not load GraphQL": importing(
    "etl/load/planted-graphql.ts",
    "graphql",
    /no-restricted-imports.*GraphQL/,
  ),
  "the warehouse does not import the etl": importing(
    "warehouse/query/planted-etl.ts",
    "../../etl/planted-target.ts",
    /no-restricted-imports.*know the etl/,
  ),
  "the warehouse knows no more of the schema than its kernel": importing(
    "warehouse/query/planted-schema.ts",
    "../../schema/access/planted-target.ts",
    /no-restricted-imports.*schema\/kernel only/,
  ),
  "the schema does not import the api": importing(
    "schema/customers/planted-api.ts",
    "../../api/planted-target.ts",
    /no-restricted-imports.*know the api/,
  ),
  "the schema does not import the warehouse": importing(
    "schema/customers/planted-warehouse.ts",
    "../../warehouse/planted-target.ts",
    /no-restricted-imports.*warehouse/,
  ),
  "the kernel imports nothing beyond itself": importing(
    "schema/kernel/planted-access.ts",
    "../access/planted-target.ts",
    /no-restricted-imports.*nothing but itself/,
  ),
  "an entity does not know GraphQL types": importing(
    "schema/customers/planted.entity.ts",
    "./planted-target.type.ts",
    /no-restricted-imports.*entities do not know GraphQL/,
  ),
  "a GraphQL type uses no value of an entity": importing(
    "api/customers/planted-value.type.ts",
    "../../schema/customers/planted-target.entity.ts",
    /no-restricted-imports.*type of an entity/,
  ),
  "the product does not import tests": importing(
    "api/customers/planted-tests.ts",
    "../../tests/planted-target.ts",
    /no-restricted-imports.*does not import tests/,
  ),
  "DuckDB stays behind the engine": importing(
    "warehouse/query/planted-duckdb.ts",
    "@duckdb/node-api",
    /no-restricted-imports.*warehouse\/engine/,
  ),
  "ClickHouse stays behind the engine": importing(
    "etl/planted-clickhouse.ts",
    "@clickhouse/client",
    /no-restricted-imports.*warehouse\/engine/,
  ),
  "graphql-shield stays in its one file": importing(
    "api/access/planted-shield.ts",
    "graphql-shield",
    /no-restricted-imports.*shield\.ts/,
  ),
  "node-cron stays in the scheduler": importing(
    "etl/planted-cron.ts",
    "node-cron",
    /no-restricted-imports.*scheduler\.ts/,
  ),
  "no spreadsheet reader that can be killed by a file": importing(
    "api/import/planted-xlsx.ts",
    "xlsx",
    /no-restricted-imports.*unsafe/,
  ),
  "the environment is not imported": importing(
    "api/customers/planted-process.ts",
    "node:process",
    /no-restricted-imports.*config\.ts/,
  ),
  "the environment is read by the configuration alone": {
    file: "api/customers/planted-environment.ts",
    code: 'export const port = process.env["PORT"];\n',
    caught: /no-restricted-properties.*config\.ts/,
  },
  "the console is the log's alone": {
    file: "api/customers/planted-console.ts",
    code: 'console.log("hello");\n',
    caught: /no-console/,
  },
  "nobody asks for the present by new Date()": {
    file: "etl/planted-date.ts",
    code: "export const now = new Date();\n",
    caught: /clock\(present\)/,
  },
  "nobody asks for the present by Date.now()": {
    file: "warehouse/planted-now.ts",
    code: "export const now = Date.now();\n",
    caught: /clock\(present\)/,
  },
  "files do not import each other in a circle": {
    file: "api/customers/planted-circle.ts",
    code: 'import { there } from "./planted-circle-there.ts";\nexport const here = (): number => there();\n',
    caught: /no-cycle/,
  },
  "nothing is any": {
    file: "api/customers/planted-any.ts",
    code: "export const loose = (value: any): unknown => value;\n",
    caught: /no-explicit-any/,
  },
  "no promise is left alone": {
    file: "api/customers/planted-promise.ts",
    code: "export function start(): void {\n  Promise.resolve(1);\n}\n",
    caught: /no-floating-promises/,
  },
  "nothing is said to be there without a look": {
    file: "api/customers/planted-null.ts",
    code: "export const first = (list: string[]): string => list[0]!;\n",
    caught: /no-non-null-assertion/,
  },
  "what is only a type is imported as one": {
    file: "api/customers/planted-type.ts",
    code: 'import { Circle } from "./planted-shape.ts";\nexport const round = (circle: Circle): Circle => circle;\n',
    caught: /consistent-type-imports/,
  },
  "a switch names every case": {
    file: "api/customers/planted-switch.ts",
    code: 'export function name(side: "left" | "right"): string | undefined {\n  switch (side) {\n    case "left":\n      return "L";\n  }\n  return undefined;\n}\n',
    caught: /switch-exhaustiveness-check/,
  },
  "the compiler is not silenced": {
    file: "api/customers/planted-silence.ts",
    code: "// @ts-ignore\nexport const wrong: number = 1;\n",
    caught: /ban-ts-comment/,
  },
};

/** The doors themselves, and what leads through them, are let through. */
const ALLOWED: Readonly<Record<string, string>> = {
  "api/main.ts": 'export { thing } from "../etl/planted-target.ts";\n',
  "api/cli/planted.ts": 'export { thing } from "../../etl/planted-target.ts";\n',
  "etl/scheduler.ts": 'export { schedule } from "node-cron";\n',
  "warehouse/engine/planted.ts": 'export { DuckDBInstance } from "@duckdb/node-api";\n',
  "warehouse/query/planted-kernel.ts":
    'export { thing } from "../../schema/kernel/planted-target.ts";\n',
  "schema/kernel/config.ts": 'export const port = process.env["PORT"];\n',
  "schema/kernel/log.ts": 'console.log("hello");\n',
  "schema/kernel/clock.ts": "export const now = (): Date => new Date();\n",
  "api/customers/planted-moment.ts": 'export const moment = new Date("2026-01-01");\n',
  "api/customers/planted-entity.type.ts":
    'import type { thing } from "../../schema/customers/planted-target.entity.ts";\nexport type Thing = typeof thing;\n',
};

const TARGETS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["api", "etl", "warehouse", "schema/kernel", "schema/access", "tests"].map((folder) => [
      `${folder}/planted-target.ts`,
      "export const thing = 1;\n",
    ]),
  ),
  "schema/customers/planted-target.entity.ts": "export const thing = 1;\n",
  "schema/customers/planted-target.type.ts": "export const thing = 1;\n",
  "api/customers/planted-shape.ts": "export interface Circle {\n  radius: number;\n}\n",
  "api/customers/planted-circle-there.ts":
    'import { here } from "./planted-circle.ts";\nexport const there = (): number => here();\n',
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-directions-"));
let findings: Finding[] = [];

function plant(file: string, code: string): void {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, code);
}

/** What the lint says of one place. */
interface Finding {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

const lint = (): Promise<Finding[]> =>
  new Promise((resolve, reject) => {
    const program = path.join(ROOT, "node_modules/oxlint/bin/oxlint");
    const options = { cwd: folder, maxBuffer: 16 * 1024 * 1024 };
    execFile(process.execPath, [program, "--format=json"], options, (error, stdout, stderr) => {
      if (error && stdout === "") reject(new Error(stderr || error.message));
      else resolve((JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics);
    });
  });

beforeAll(async () => {
  for (const file of ["oxlint.config.ts", "scripts/lint-clock.mjs", "tsconfig.json"]) {
    plant(file, fs.readFileSync(path.join(ROOT, file), "utf8"));
  }
  fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));
  for (const [file, code] of Object.entries({ ...TARGETS, ...ALLOWED })) plant(file, code);
  for (const { file, code } of Object.values(FAULTS)) plant(file, code);
  findings = await lint();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const findingsIn = (file: string): string[] =>
  findings
    .filter(({ filename }) => filename === file)
    .map(({ code, message, help = "" }) => `${code} ${message} ${help}`);

test.each(Object.entries(FAULTS))("%s", (_sentence, { file, caught }) => {
  expect(findingsIn(file)).toContainEqual(expect.stringMatching(caught));
});

test.each(Object.keys(ALLOWED))("%s is a door or leads through one", (file) => {
  expect(findingsIn(file)).toEqual([]);
});
