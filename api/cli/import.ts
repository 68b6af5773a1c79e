import type { Command } from "commander";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { withRowContext } from "../../schema/access/row-context.ts";
import { AppError, invalidInput, notFound } from "../../schema/kernel/errors.ts";
import { loadConfig } from "../../schema/kernel/config.ts";
import { terminal } from "../../schema/kernel/log.ts";
import type { Principal } from "../../schema/kernel/principal.ts";
import { principalByLogin } from "../access/principal.ts";
import { ErrorFile } from "../import/error-file.ts";
import { parseMapping, type Mapping } from "../import/mapping.ts";
import { runImport, type ImportReport } from "../import/run-import.ts";
import type { Installation } from "../installation.ts";
import { rowsOf } from "../server/request-context.ts";
import { CLI, type CommandContext } from "./command.ts";

interface ImportFlags {
  readonly mapping: string;
  readonly dryRun?: boolean;
  readonly as?: string;
  readonly errors?: string;
  readonly skipBadRows?: boolean;
}

const HELP = `
The mapping says which column of the file becomes which field; api/import/README.md describes it.
A file is imported in one transaction, all of it or nothing: where rows are wrong, nothing is written,
and the error file names line, column and reason of each. --skip-bad-rows writes the good rows all the same.
Exit code: 0 everything was imported; 1 rows were rejected or the file cannot be read; 2 wrong use or mapping.`;

const WRONG_USE = { exitCode: 2 };

/** `crm import`: beside a running server, or alone with the embedded database started for the time. */
export function registerImport(program: Command, open: CommandContext): void {
  program
    .command("import")
    .description("import a CSV file")
    .argument("<file>", "the CSV file")
    .requiredOption("--mapping <json>", "file with the mapping")
    .option("--dry-run", "judge and count everything, write nothing")
    .option(
      "--as <login>",
      "import as this user, within their rights (default: everything is open)",
    )
    .option("--errors <file>", "where to list rejected rows (default: <file>.errors.csv)")
    .option("--skip-bad-rows", "import the good rows of a file that has bad ones")
    .addHelpText("after", HELP)
    .action(async (file: string, flags: ImportFlags, command: Command) => {
      const mapping = readMapping(file, flags, command);
      await open("import", (installation) => importFile(installation, file, mapping, flags));
    });
}

/** Everything that can be wrong with the command line is told before a database is opened. */
function readMapping(file: string, flags: ImportFlags, command: Command): Mapping {
  for (const needed of [file, flags.mapping]) {
    if (!fs.statSync(needed, { throwIfNoEntry: false })?.isFile()) {
      command.error(`crm: there is no file ${needed}`, WRONG_USE);
    }
  }
  try {
    return parseMapping(fs.readFileSync(flags.mapping, "utf8"), loadConfig().timeZone);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    for (const { path: at, text } of error.issues) {
      terminal.warn(`  ${flags.mapping}: ${at === "" ? "" : `${at}: `}${text.en}`);
    }
    return command.error(`crm: ${error.text.en}: ${flags.mapping}`, WRONG_USE);
  }
}

async function importFile(
  installation: Installation,
  file: string,
  mapping: Mapping,
  flags: ImportFlags,
): Promise<void> {
  const { orm, clock, config, server } = installation;
  const principal = await principalOf(installation, flags.as);
  const errors = new ErrorFile(errorPath(file, flags.errors));
  const size = fs.statSync(file).size;
  let read = 0;
  const source = {
    name: path.basename(file),
    async *open() {
      read = 0;
      for await (const chunk of fs.createReadStream(file) as AsyncIterable<Buffer>) {
        read += chunk.length;
        yield chunk;
      }
    },
  };
  const started = performance.now();
  const work = { em: orm.em.fork(), principal, clock, config, requestId: `import:${randomUUID()}` };
  const importing = (): Promise<ImportReport> =>
    runImport(work, source, mapping, {
      dryRun: flags.dryRun === true,
      skipBadRows: flags.skipBadRows === true,
      requestEtl: server?.role === "server",
      onError: (lines) => errors.add(lines),
      onProgress: (counts) =>
        terminal.progress(
          `${Math.floor((100 * read) / Math.max(1, size))} % read, ${counts.read} rows, ${counts.rejected} rejected`,
        ),
    });
  try {
    const report = await (principal.kind === "user"
      ? withRowContext(rowsOf(principal), importing)
      : importing());
    terminal.progressDone();
    const listed = errors.close();
    sayReport(report, flags, (performance.now() - started) / 1_000);
    if (report.rejected > 0) throw rejected(report, errors.path);
    if (!listed && flags.errors === undefined) fs.rmSync(errors.path, { force: true });
  } finally {
    terminal.progressDone();
    if (errors.close()) terminal.warn(`What is wrong stands in ${errors.path}`);
  }
}

async function principalOf({ orm }: Installation, login: string | undefined): Promise<Principal> {
  if (login === undefined) return CLI;
  const principal = await principalByLogin(orm.em.fork(), login);
  if (!principal) throw notFound({ zh: `用户 ${login}`, en: `User ${login}` });
  return principal;
}

/** Beside the file; where that folder is closed, in the present one. */
function errorPath(file: string, given: string | undefined): string {
  if (given !== undefined) return given;
  const beside = `${file}.errors.csv`;
  try {
    fs.accessSync(path.dirname(path.resolve(file)), fs.constants.W_OK);
    return beside;
  } catch {
    return path.basename(beside);
  }
}

function sayReport(report: ImportReport, flags: ImportFlags, seconds: number): void {
  const { read, created, updated, unchanged, rejected: bad, applied, unusedColumns } = report;
  const counts = `${read} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${bad} rejected`;
  const outcome = flags.dryRun
    ? "; dry run, nothing was written"
    : applied
      ? ""
      : "; nothing was written";
  terminal.say(`${counts} in ${seconds.toFixed(1)} s${outcome}`);
  if (unusedColumns.length > 0) {
    terminal.say(`Columns that the mapping leaves out: ${unusedColumns.join(", ")}`);
  }
}

const rejected = ({ rejected: count }: ImportReport, errors: string): AppError =>
  invalidInput([], {
    zh: `${count} 行有误，见 ${errors}`,
    en: `${count} rows were rejected; ${errors} names line, column and reason of each`,
  });
