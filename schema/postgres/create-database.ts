import type pg from "pg";
import { withClient, type PostgresServer } from "./server.ts";

/** Grants on the database itself; a template's are not copied with it. */
async function grantDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`revoke connect, temporary on database ${name} from public`);
  await client.query(`grant connect on database ${name} to crm_app, crm_etl`);
  // graphile-worker creates its own schema when crm_jobs migrates it.
  await client.query(`grant connect, create on database ${name} to crm_jobs`);
}

async function databaseExists(client: pg.Client, database: string): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
  return rowCount === 1;
}

/** An empty database owned by crm_owner, unless it exists. Says whether it was created. */
export async function createDatabase(server: PostgresServer, database: string): Promise<boolean> {
  const created = await withClient(
    server,
    "superuser",
    server.superuser.database,
    async (client) => {
      const missing = !(await databaseExists(client, database));
      const name = client.escapeIdentifier(database);
      if (missing) await client.query(`create database ${name} owner crm_owner`);
      await grantDatabase(client, database);
      return missing;
    },
  );
  await withClient(server, "crm_owner", database, (client) =>
    client.query("revoke create on schema public from public"),
  );
  return created;
}

/** A copy of a database that nobody is connected to. */
export async function copyDatabase(
  server: PostgresServer,
  template: string,
  database: string,
): Promise<void> {
  await withClient(server, "superuser", server.superuser.database, async (client) => {
    const [to, from] = [database, template].map((name) => client.escapeIdentifier(name));
    await client.query(`create database ${to} template ${from} owner crm_owner strategy wal_log`);
    await grantDatabase(client, database);
  });
}

/** Removes a database and ends whoever is connected to it. */
export async function dropDatabase(server: PostgresServer, database: string): Promise<void> {
  await withClient(server, "superuser", server.superuser.database, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`),
  );
}
