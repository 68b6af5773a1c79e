import type { ColumnType, InsertType, Kysely, SelectType, UpdateType } from "kysely";
import { MikroORM } from "@mikro-orm/postgresql";
import type { ConnectionOptions } from "node:tls";
import type pg from "pg";
import { setRowContextOnConnect } from "./access/context-pool.ts";
import { PersonalKeyring } from "./audit/personal-keyring.ts";
import { ENTITIES } from "./entities.ts";
import type { Log } from "./kernel/log.ts";
import { SCHEMA_RULES } from "./migrations/schema-rules.ts";

/** Where the database is and as whom to sign in. */
export interface OrmConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: ConnectionOptions;
}

export interface OrmOptions {
  /** Most connections at once; a request waits for one at most ten seconds. */
  readonly poolSize?: number;
  /** The secret of the installation; without one, personal values can be neither recorded nor read. */
  readonly secret?: string;
  /** Told of connections that were lost; their queries fail by themselves. */
  readonly log?: Log;
}

const TIMESTAMPTZ = 1184;

/**
 * PostgreSQL's text of an instant (the session is in UTC, zeros at the end are left out) as ISO
 * 8601 with milliseconds; microseconds are kept where there are any.
 */
const isoInstant = (text: string): string => {
  const [time = "", fraction = ""] = text.slice(11, -3).split(".");
  return `${text.slice(0, 10)}T${time}.${fraction.padEnd(3, "0")}Z`;
};

interface TypeParsers {
  setTypeParser(oid: number, parse: (text: string) => string): void;
}

/** By shape, because the ORM brings a `pg` of its own. */
const isTypeParsers = (types: unknown): types is TypeParsers =>
  typeof types === "object" && types !== null && "setTypeParser" in types;

/** Rows read without the ORM carry instants as ISO text: ready for an answer, exact in a cursor. */
function readInstantsAsIso(pool: pg.Pool): void {
  const { types } = pool.options;
  if (!isTypeParsers(types)) throw new Error("the pool has no type parsers of its own");
  types.setTypeParser(TIMESTAMPTZ, isoInstant);
}

/** The ORM as crm_app: every connection is given the row context of whoever asks for it. */
export const openOrm = async (connection: OrmConnection, options: OrmOptions = {}) => {
  const { database, ssl, ...where } = connection;
  const orm = await MikroORM.init({
    ...where,
    dbName: database,
    entities: [...ENTITIES],
    schema: "crm",
    schemaGenerator: SCHEMA_RULES,
    pool: { min: 0, max: options.poolSize ?? 10 },
    colors: false,
    logger: (message) => options.log?.warn({ message }, "database"),
    driverOptions: {
      ...(ssl ? { ssl } : {}),
      options: "-c TimeZone=UTC -c DateStyle=ISO",
      connectionTimeoutMillis: 10_000,
      onPoolCreated: (pool: pg.Pool) => {
        readInstantsAsIso(pool);
        setRowContextOnConnect(pool);
      },
    },
  });
  if (options.secret !== undefined) keyrings.set(orm.config, new PersonalKeyring(options.secret));
  return orm;
};

export type Orm = Awaited<ReturnType<typeof openOrm>>;
export type Em = Orm["em"];

/** By what all managers of an ORM share. */
const keyrings = new WeakMap<Em["config"], PersonalKeyring>();

/** The keyring of the installation that an entity manager belongs to. */
export function keyringOf(em: Em): PersonalKeyring {
  const keyring = keyrings.get(em.config);
  if (!keyring) throw new Error("the database was opened without the secret of the installation");
  return keyring;
}

const everyTable = (em: Em) => em.getKysely().withSchema("crm");
type Tables = ReturnType<typeof everyTable> extends Kysely<infer DB> ? DB : never;
type Read<T> = T extends Date ? string : T;
type Write<T> = T extends Date ? Date | string : T;

/** The tables as plain SQL sees them: names as in the database, instants read as ISO text. */
export type PlainTables = {
  [T in keyof Tables]: {
    [C in keyof Tables[T]]: ColumnType<
      Read<SelectType<Tables[T][C]>>,
      Write<InsertType<Tables[T][C]>>,
      Write<UpdateType<Tables[T][C]>>
    >;
  };
};
export type PlainSql = Kysely<PlainTables>;

/**
 * SQL typed by the entities, in the transaction and the row context of `em`. Lists read with it:
 * nothing is hydrated, and the rows of an answer cost a sixth. A JSON array must be written as
 * text; a driver takes it for a SQL array.
 */
export const plain = (em: Em): PlainSql => em.getKysely<PlainTables>().withSchema("crm");
