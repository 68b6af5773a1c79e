/**
 * Writes the migration that brings the snapshot to the entities, and the new snapshot:
 * `node schema/migrations/create.ts <what-it-does>`. It works from files alone, without a database.
 */
import { terminal } from "../kernel/log.ts";
import { MIGRATIONS } from "./list.ts";
import { openMigrator } from "./migrator.ts";

const NOWHERE = { host: "localhost", port: 0, user: "nobody", password: "", database: "none" };

const what = process.argv[2];
if (what === undefined || !/^[a-z0-9-]+$/.test(what)) {
  throw new Error("name the migration in kebab-case: what does it do?");
}
const number = String(MIGRATIONS.length + 1).padStart(4, "0");
const orm = await openMigrator(NOWHERE);
const { fileName } = await orm.migrator.create(undefined, false, false, `${number}-${what}`);
await orm.close(true);
terminal.say(
  fileName === ""
    ? "The entities are what the snapshot says: nothing to migrate."
    : `Wrote schema/migrations/${fileName}. Read it, say why in a docstring, and list it in list.ts.`,
);
