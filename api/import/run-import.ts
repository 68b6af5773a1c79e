import { sql } from "kysely";
import { commandMode } from "../../schema/access/command-mode.ts";
import { principalName } from "../../schema/kernel/principal.ts";
import { recordAudit } from "../audit/record.ts";
import { keepAnAdministrator } from "../access/administrators.ts";
import { watchRights } from "../access/change-rights.ts";
import { Applier, type Counts } from "./apply.ts";
import { authoriseImport } from "./authorise.ts";
import { openFile, type OpenFile, type Source } from "./csv/open-file.ts";
import { asConflict } from "./database-fault.ts";
import { errorLines, fileErrorLine, type ErrorLine } from "./error-file.ts";
import { UnreadableFile } from "./file-faults.ts";
import type { Mapping } from "./mapping.ts";
import { planImport } from "./plan.ts";
import { readRow } from "./read-row.ts";
import type { Row } from "./row.ts";
import { rowsOf, type ImportWork, type Run } from "./run.ts";

export interface ImportOptions {
  /** Everything is done, judged and counted, and then undone. */
  readonly dryRun: boolean;
  /** Applies the good rows of a file that has bad ones; without it such a file changes nothing. */
  readonly skipBadRows: boolean;
  /** Asks for a load of the warehouse in the same transaction. */
  readonly requestEtl: boolean;
  readonly onError: (lines: readonly ErrorLine[]) => void;
  readonly onProgress?: (counts: Readonly<Counts>) => void;
}

export interface ImportReport extends Readonly<Counts> {
  /** Whether anything was written at all. */
  readonly applied: boolean;
  /** Columns of the file that the mapping leaves out. */
  readonly unusedColumns: readonly string[];
}

/** What decides who may do what. */
const RIGHTS: readonly string[] = ["user", "department"];

/** Rows that are read, judged and written together. */
const CHUNK = 1_000;

/** Undoes the transaction at its end; carries what would have been. */
class Undone extends Error {
  readonly report: ImportReport;

  constructor(report: ImportReport) {
    super("the import is undone");
    this.report = report;
  }
}

/**
 * Imports a file in one transaction: all of it, or nothing. Rows that cannot be imported are told to `onError`; then
 * nothing is written, unless `skipBadRows` is set.
 * @throws AppError FORBIDDEN; INVALID_INPUT (UnreadableFile) where the file cannot be read; CONFLICT
 */
export async function runImport(
  work: ImportWork,
  source: Source,
  mapping: Mapping,
  options: ImportOptions,
): Promise<ImportReport> {
  authoriseImport(work, mapping);
  try {
    const file = await openFile(source, mapping);
    return await work.em.transactional(async (tx) => {
      await commandMode(tx);
      const { timeZone, currency, locale } = work.config;
      const now = work.clock.now().toISOString();
      const plan = planImport(mapping, file, { timeZone, currency, locale, now });
      const run: Run = { tx, work, plan, dryRun: options.dryRun };
      const report = await importGuarded(run, file, options);
      if (!report.applied) throw new Undone(report);
      await finish(run, source, report, options);
      return report;
    });
  } catch (error) {
    if (error instanceof Undone) return error.report;
    if (error instanceof UnreadableFile) options.onError(error.faults.map(fileErrorLine));
    throw asConflict(error);
  }
}

/** People and departments decide who may do what: importing them is judged like the commands that change them. */
async function importGuarded(
  run: Run,
  file: OpenFile,
  options: ImportOptions,
): Promise<ImportReport> {
  const { tx, work, plan } = run;
  if (!RIGHTS.includes(plan.mapping.target.entity)) return importAll(run, file, options);
  const watch = await watchRights(tx, work.principal, sql`true`);
  const report = await importAll(run, file, options);
  await watch.settle();
  if (plan.given.includes("active")) await keepAnAdministrator(tx);
  return report;
}

async function importAll(run: Run, file: OpenFile, options: ImportOptions): Promise<ImportReport> {
  const applier = new Applier(run, (row) => options.onError(errorLines(row, run.plan)));
  let chunk: Row[] = [];
  const apply = async (): Promise<void> => {
    await applier.apply(chunk);
    chunk = [];
    options.onProgress?.(applier.counts);
  };
  for await (const record of file.records) {
    chunk.push(readRow(record, run.plan));
    if (chunk.length === CHUNK) await apply();
  }
  if (chunk.length > 0) await apply();
  await applier.finish(CHUNK);
  const { counts } = applier;
  const whole = counts.rejected === 0 || options.skipBadRows;
  return { ...counts, applied: whole && !options.dryRun, unusedColumns: file.unused };
}

/** What belongs to the import as a whole: its audit entry and the wish for fresh reports. */
async function finish(
  run: Run,
  source: Source,
  { created, updated, unchanged, rejected, read }: ImportReport,
  options: ImportOptions,
): Promise<void> {
  const { resource, entity } = run.plan.mapping.target;
  await recordAudit(run.tx, run.work, {
    action: `${resource}:import`,
    resource,
    after: { file: source.name, entity, read, created, updated, unchanged, rejected },
  });
  if (!options.requestEtl || created + updated === 0) return;
  const by = principalName(run.work.principal);
  await rowsOf(run, sql`select crm.request_etl_run('INCREMENTAL', 'MANUAL', ${by})`);
}
