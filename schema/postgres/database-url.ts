import { rolePasswords, type PostgresServer } from "./server.ts";

/** Encryption with a checked certificate; weaker modes than these would be silently downgraded. */
const TLS_MODES = new Set(["require", "verify-ca", "verify-full"]);

/**
 * The server and database that a `DATABASE_URL` (checked by config.ts) names. Its user signs in to
 * create our roles and the database, so it needs CREATEROLE and CREATEDB, or to be a superuser.
 */
export function parseDatabaseUrl(
  text: string,
  secret: string,
): { server: PostgresServer; database: string } {
  const url = new URL(text);
  return {
    database: decodeURIComponent(url.pathname.slice(1)) || "crm",
    server: {
      host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: Number(url.port || 5432),
      tls: TLS_MODES.has(url.searchParams.get("sslmode") ?? "disable"),
      superuser: {
        user: decodeURIComponent(url.username),
        password: decodeURIComponent(url.password),
        database: "postgres",
      },
      passwords: rolePasswords(secret),
    },
  };
}
