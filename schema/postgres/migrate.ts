import { runMigrations } from "graphile-worker";
import pg from "pg";
import { openMigrator } from "../migrations/migrator.ts";
import { QUEUE_SQL } from "./queue.ts";
import { connectionFor, withClient, type PostgresServer } from "./server.ts";

/** Any constant of our own: whoever migrates this database holds it. */
const MIGRATION_LOCK = 7_306_001;

/**
 * Brings a database to the present shape: our schema as crm_owner, then the queue as crm_jobs. Of
 * two processes that start at once, one migrates and the other waits. Returns the names of the
 * migrations that ran; a failure throws and leaves the database as it was before that migration.
 */
export const migrateDatabase = (server: PostgresServer, database: string): Promise<string[]> =>
  withClient(server, "crm_owner", database, async (client) => {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const applied = await migrateSchema(server, database);
    await migrateQueue(server, database);
    return applied;
  });

async function migrateSchema(server: PostgresServer, database: string): Promise<string[]> {
  const orm = await openMigrator(connectionFor(server, "crm_owner", database));
  try {
    const applied = await orm.migrator.up();
    return applied.map(({ name }) => name);
  } finally {
    await orm.close();
  }
}

async function migrateQueue(server: PostgresServer, database: string): Promise<void> {
  const pool = new pg.Pool({ ...connectionFor(server, "crm_jobs", database), max: 1 });
  // graphile-worker warns unless both listeners exist; a lost connection fails the query that uses it.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await runMigrations({ pgPool: pool });
    await pool.query(QUEUE_SQL);
  } finally {
    await pool.end();
  }
}
