/**
 * Runs one import in a process of its own, so that a test can kill it. Parameters: the server and the name of the
 * database as JSON, the file, the mapping. Writes a line for each chunk that is in the database, and one at the end.
 */
import fs from "node:fs";
import { parseMapping } from "../../api/import/mapping.ts";
import { runImport } from "../../api/import/run-import.ts";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { systemClock } from "../../schema/kernel/clock.ts";
import { loadConfig } from "../../schema/kernel/config.ts";
import { openOrm } from "../../schema/orm.ts";
import { connectionFor, type PostgresServer } from "../../schema/postgres/server.ts";

const [where = "", file = "", mapping = ""] = process.argv.slice(2);
const { server, name } = JSON.parse(where) as { server: PostgresServer; name: string };
const config = loadConfig({});
const orm = await openOrm(connectionFor(server, "crm_app", name), { poolSize: 2 });
const report = await withRowContext(SYSTEM_ROWS, () =>
  runImport(
    {
      em: orm.em.fork(),
      principal: { kind: "system", name: "cli" },
      clock: systemClock,
      config,
      requestId: "test",
    },
    { name: "file.csv", open: () => fs.createReadStream(file) },
    parseMapping(fs.readFileSync(mapping, "utf8"), config.timeZone),
    {
      dryRun: false,
      skipBadRows: false,
      requestEtl: false,
      onError: () => undefined,
      onProgress: ({ read }) => process.stdout.write(`${read}\n`),
    },
  ),
);
process.stdout.write(`done ${report.created}\n`);
await orm.close();
