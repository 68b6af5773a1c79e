import type { Config } from "../kernel/config.ts";
import type { Log } from "../kernel/log.ts";
import { createDatabase } from "./create-database.ts";
import { parseDatabaseUrl } from "./database-url.ts";
import { embeddedServer, startEmbedded } from "./embedded.ts";
import { migrateDatabase } from "./migrate.ts";
import { createRoles } from "./roles.ts";
import { withClient, type PostgresServer } from "./server.ts";

/** The operational database, migrated and ready for connections. */
export interface Database {
  readonly server: PostgresServer;
  readonly name: string;
  /** Where the data lies, for people: a folder, or a server's address. */
  readonly location: string;
  /** Names of the migrations that opening it ran. */
  readonly migrated: readonly string[];
  /** Stops the embedded server, if this process started it. */
  close(): Promise<void>;
}

const EMBEDDED_DATABASE = "crm";

type Reached = Omit<Database, "migrated">;

/** Starts the embedded server, or reaches the one of `DATABASE_URL`; then creates and migrates the database. */
export async function openDatabase(config: Config, secret: string, log: Log): Promise<Database> {
  const reached = config.databaseUrl
    ? remote(config.databaseUrl, secret)
    : await embedded(config, secret, log);
  try {
    await prepare(reached.server, reached.name);
    return { ...reached, migrated: await migrateDatabase(reached.server, reached.name) };
  } catch (error) {
    await reached.close();
    throw error;
  }
}

/** Any constant of our own: whoever creates roles and databases on this server holds it. */
const CREATION_LOCK = 7_306_002;

/** Of two processes that start at once on one server, the second finds everything created. */
const prepare = (server: PostgresServer, name: string): Promise<void> =>
  withClient(server, "superuser", server.superuser.database, async (client) => {
    await client.query("select pg_advisory_lock($1)", [CREATION_LOCK]);
    await createRoles(server);
    await createDatabase(server, name);
  });

/** The database of a process that is already serving: nothing to start, nothing to stop. */
export function joinDatabase(
  config: Config,
  secret: string,
  postgresPort: number | undefined,
): Database | undefined {
  if (config.databaseUrl) return { ...remote(config.databaseUrl, secret), migrated: [] };
  if (postgresPort === undefined) return undefined;
  return {
    server: embeddedServer(secret, postgresPort),
    name: EMBEDDED_DATABASE,
    location: config.dataDir,
    migrated: [],
    close: () => Promise.resolve(),
  };
}

async function embedded(config: Config, secret: string, log: Log): Promise<Reached> {
  const cluster = await startEmbedded({ dataDir: config.dataDir, secret, log });
  const { server, data: location } = cluster;
  return { server, name: EMBEDDED_DATABASE, location, close: () => cluster.stop() };
}

function remote(url: string, secret: string): Reached {
  const { server, database: name } = parseDatabaseUrl(url, secret);
  const location = `postgres://${server.host}:${server.port}/${name}`;
  return { server, name, location, close: () => Promise.resolve() };
}
