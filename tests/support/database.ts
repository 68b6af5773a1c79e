import { randomBytes } from "node:crypto";
import type pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { openOrm, type Orm } from "../../schema/orm.ts";
import { copyDatabase, dropDatabase } from "../../schema/postgres/create-database.ts";
import {
  connectionFor,
  withClient,
  type PostgresServer,
  type Role,
} from "../../schema/postgres/server.ts";
import { TEMPLATE } from "./cluster.ts";

export interface OwnDatabase {
  readonly server: PostgresServer;
  readonly name: string;
  readonly orm: Orm;
  /** Rows of one statement, run as the given role on a connection of its own. */
  sql<Row extends pg.QueryResultRow>(
    role: Role | "superuser",
    text: string,
    params?: readonly unknown[],
  ): Promise<Row[]>;
}

/** A migrated, empty database for the calling test file (or describe block), with the ORM open on it as crm_app. */
export function ownDatabase(): OwnDatabase {
  const server = inject("server");
  const name = `crm_${randomBytes(6).toString("hex")}`;
  let orm: Orm | undefined;
  beforeAll(async () => {
    await copyDatabase(server, TEMPLATE, name);
    orm = await openOrm(connectionFor(server, "crm_app", name), {
      poolSize: 4,
      secret: inject("secret"),
    });
  });
  afterAll(async () => {
    await orm?.close();
    await dropDatabase(server, name);
  });
  return {
    server,
    name,
    get orm() {
      if (!orm) throw new Error("the database is open only while tests run");
      return orm;
    },
    sql: (role, text, params = []) =>
      withClient(
        server,
        role,
        name,
        async (client) => (await client.query(text, [...params])).rows,
      ),
  };
}
