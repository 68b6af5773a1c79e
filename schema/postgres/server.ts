import type { ConnectionOptions } from "node:tls";
import pg from "pg";
import { deriveSecret } from "../kernel/secrets.ts";

/**
 * crm_owner migrates, crm_app serves requests under row level security, crm_etl reads everything,
 * crm_jobs owns and runs the queue and sees no business table.
 */
export const ROLES = ["crm_owner", "crm_app", "crm_etl", "crm_jobs"] as const;
export type Role = (typeof ROLES)[number];

/** A PostgreSQL server with the means to sign in as each of our roles. Plain data: tests hand it between processes. */
export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  readonly tls?: boolean;
  /** Creates roles and databases; `database` is the one to connect to while ours does not exist. */
  readonly superuser: {
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  readonly passwords: Readonly<Record<Role, string>>;
}

export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: ConnectionOptions;
}

/** Each role's password follows from the installation's secret, so none is stored. */
export const rolePasswords = (secret: string): Record<Role, string> => ({
  crm_owner: deriveSecret(secret, "postgres:crm_owner"),
  crm_app: deriveSecret(secret, "postgres:crm_app"),
  crm_etl: deriveSecret(secret, "postgres:crm_etl"),
  crm_jobs: deriveSecret(secret, "postgres:crm_jobs"),
});

export function connectionFor(
  server: PostgresServer,
  role: Role | "superuser",
  database: string,
): Connection {
  const { host, port, superuser, passwords } = server;
  const who =
    role === "superuser"
      ? { user: superuser.user, password: superuser.password }
      : { user: role, password: passwords[role] };
  return { host, port, ...who, database, ...(server.tls ? { ssl: {} } : {}) };
}

/** One connection for the length of `work`. */
export async function withClient<T>(
  server: PostgresServer,
  role: Role | "superuser",
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    ...connectionFor(server, role, database),
    connectionTimeoutMillis: 10_000,
  });
  // A connection cut between queries reports here; the query that follows reports it to the caller.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
