import { Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import { fileURLToPath } from "node:url";
import { ENTITIES } from "../entities.ts";
import type { OrmConnection } from "../orm.ts";
import { MIGRATIONS } from "./list.ts";
import { SCHEMA_RULES } from "./schema-rules.ts";
import { SqlMigrationGenerator } from "./sql-migration-generator.ts";

/**
 * The ORM as crm_owner, with the means to migrate. Its migrations run each in a transaction of its
 * own.
 */
export const openMigrator = async (connection: OrmConnection) => {
  const { database, ssl, ...where } = connection;
  return MikroORM.init({
    ...where,
    dbName: database,
    entities: [...ENTITIES],
    schema: "crm",
    schemaGenerator: SCHEMA_RULES,
    extensions: [Migrator],
    pool: { min: 0, max: 1 },
    driverOptions: {
      ...(ssl ? { ssl } : {}),
      options: "-c TimeZone=UTC -c DateStyle=ISO",
      connectionTimeoutMillis: 10_000,
    },
    migrations: {
      path: fileURLToPath(new URL(".", import.meta.url)),
      snapshotName: ".snapshot",
      snapshotOnMigrate: false,
      tableName: "public.migration",
      migrationsList: MIGRATIONS,
      generator: SqlMigrationGenerator,
      disableForeignKeys: false,
      allOrNothing: false,
      silent: true,
    },
  });
};
