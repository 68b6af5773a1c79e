import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll } from "vitest";
import { bootstrap } from "../../api/access/bootstrap.ts";
import { principalByLogin } from "../../api/access/principal.ts";
import { rowsOf } from "../../api/server/request-context.ts";
import type { ErrorLine } from "../../api/import/error-file.ts";
import { parseMapping } from "../../api/import/mapping.ts";
import { runImport, type ImportReport } from "../../api/import/run-import.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { systemClock, type Clock } from "../../schema/kernel/clock.ts";
import { loadConfig } from "../../schema/kernel/config.ts";
import { ownDatabase, type OwnDatabase } from "./database.ts";

export interface Imported extends ImportReport {
  readonly errors: readonly ErrorLine[];
}

export interface ImportSettings {
  readonly dryRun?: boolean;
  readonly skipBadRows?: boolean;
  readonly requestEtl?: boolean;
  readonly as?: string;
  readonly clock?: Clock;
}

export interface Importing extends OwnDatabase {
  /** Imports a text or bytes; a mapping is JSON text or what JSON would say. */
  importText(
    content: string | Buffer,
    mapping: string | object,
    settings?: ImportSettings,
  ): Promise<Imported>;
  importFrom(
    open: () => AsyncIterable<Buffer>,
    mapping: string | object,
    settings?: ImportSettings,
  ): Promise<Imported>;
  importFile(file: string, mapping: string | object, settings?: ImportSettings): Promise<Imported>;
}

export const config = loadConfig({ CRM_ADMIN_PASSWORD: "correct horse battery" });

/** A database with the built-in roles, a root department and an administrator, to import into. */
export function importing(): Importing {
  const database = ownDatabase();
  beforeAll(async () => {
    await withRowContext(SYSTEM_ROWS, () => bootstrap(database.orm, config, systemClock));
  });
  const run = async (
    source: { readonly name: string; open(): AsyncIterable<Buffer> },
    mapping: string | object,
    settings: ImportSettings = {},
  ): Promise<Imported> => {
    const text = typeof mapping === "string" ? mapping : JSON.stringify(mapping);
    const errors: ErrorLine[] = [];
    const person =
      settings.as === undefined
        ? undefined
        : await withRowContext(SYSTEM_ROWS, () =>
            principalByLogin(database.orm.em.fork(), settings.as ?? ""),
          );
    if (settings.as !== undefined && !person) throw new Error(`there is no user ${settings.as}`);
    const principal = person ?? { kind: "system" as const, name: "cli" };
    const report = await withRowContext(person ? rowsOf(person) : SYSTEM_ROWS, () =>
      runImport(
        {
          em: database.orm.em.fork(),
          principal,
          clock: settings.clock ?? systemClock,
          config,
          requestId: "test",
        },
        source,
        parseMapping(text, config.timeZone),
        {
          dryRun: settings.dryRun ?? false,
          skipBadRows: settings.skipBadRows ?? false,
          requestEtl: settings.requestEtl ?? false,
          onError: (lines) => errors.push(...lines),
        },
      ),
    );
    return { ...report, errors };
  };
  return Object.defineProperties(
    {
      importText: (content: string | Buffer, mapping: string | object, settings?: ImportSettings) =>
        run(
          {
            name: "test.csv",
            async *open() {
              yield Buffer.from(content);
            },
          },
          mapping,
          settings,
        ),
      importFrom: (
        open: () => AsyncIterable<Buffer>,
        mapping: string | object,
        settings?: ImportSettings,
      ) => run({ name: "test.csv", open }, mapping, settings),
      importFile: (file: string, mapping: string | object, settings?: ImportSettings) =>
        run(
          { name: path.basename(file), open: () => fs.createReadStream(file) },
          mapping,
          settings,
        ),
    },
    Object.getOwnPropertyDescriptors(database),
  ) as Importing;
}

const FIXTURES = fileURLToPath(new URL("../fixtures/crm-sales-opportunities/", import.meta.url));

export const mappingFile = (name: string): string =>
  fs.readFileSync(path.join(FIXTURES, `${name}.mapping.json`), "utf8");

/** The imports that load the data set "CRM Sales Opportunities", in their order: file and mapping. */
export const SALES_IMPORTS = [
  ["sales_teams.csv", "departments"],
  ["sales_teams.csv", "supervisors"],
  ["sales_teams.csv", "agents"],
  ["products.csv", "products"],
  ["accounts.csv", "customers"],
  ["sales_pipeline.csv", "opportunities"],
] as const;

/** The folder of public data sets; undefined where it is absent, an error where CI expects it. */
export function testData(): string | undefined {
  const folder = path.resolve(config.testData);
  if (fs.existsSync(folder)) return folder;
  if (config.ci) throw new Error(`CRM_TEST_DATA: there is no folder ${folder}`);
  return undefined;
}
