import { systemClock, type Clock } from "../schema/kernel/clock.ts";
import type { Config } from "../schema/kernel/config.ts";
import { unavailable } from "../schema/kernel/errors.ts";
import type { Log } from "../schema/kernel/log.ts";
import { openOrm, type Orm } from "../schema/orm.ts";
import { claim, holderOf, type Holder } from "../schema/postgres/claim.ts";
import { installationSecret, prepareDataDirectory } from "../schema/postgres/data-directory.ts";
import { joinDatabase, openDatabase, type Database } from "../schema/postgres/open-database.ts";
import { connectionFor } from "../schema/postgres/server.ts";
import { bootstrap, type Bootstrapped } from "./access/bootstrap.ts";
import { Opened } from "./opened.ts";

/** A data directory opened by this process, or joined beside the process that serves it. */
export interface Installation {
  readonly config: Config & { readonly secret: string };
  readonly log: Log;
  readonly clock: Clock;
  readonly database: Database;
  /** As crm_app. */
  readonly orm: Orm;
  /** The process that serves this directory, where it is not this one. */
  readonly server: Holder | undefined;
  /** The administrator that opening an empty database made. */
  readonly created: Bootstrapped["created"];
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The word of the command line, told to others who want the directory. */
  readonly command: string;
  readonly role: Holder["role"];
  readonly log: Log;
  readonly poolSize?: number;
  /** Tells a person what is being done. */
  readonly onStep?: (step: string) => void;
}

/**
 * Takes the data directory, starts PostgreSQL, migrates, and makes an empty company usable. Where
 * another process serves the directory, a command joins it instead; CONFLICT where it cannot.
 */
export async function openInstallation(
  config: Config,
  options: OpenOptions,
): Promise<Installation> {
  prepareDataDirectory(config.dataDir);
  const secret = installationSecret(config.secret, config.dataDir);
  const server = options.role === "server" ? undefined : await servingProcess(config.dataDir);
  const given = { ...config, secret };
  return server ? join(given, server, options) : own(given, options);
}

/** Whoever serves the directory; a command that works on it is no server, and is waited out. */
async function servingProcess(dataDir: string): Promise<Holder | undefined> {
  const holder = await holderOf(dataDir);
  return holder && holder.role !== "command" ? holder : undefined;
}

async function join(
  config: Installation["config"],
  server: Holder,
  { log, poolSize }: OpenOptions,
): Promise<Installation> {
  const database = joinDatabase(config, config.secret, server.postgresPort);
  if (!database) {
    throw unavailable({
      zh: `crm ${server.command}（进程 ${server.pid}）仍在启动，请稍后再试`,
      en: `crm ${server.command} (pid ${server.pid}) is still starting; try again when it is ready`,
    });
  }
  const orm = await openAsApp(database, config.secret, poolSize);
  return {
    config,
    log,
    clock: systemClock,
    database,
    orm,
    server,
    created: undefined,
    close: () => orm.close(),
  };
}

async function own(
  config: Installation["config"],
  { command, role, log, poolSize, onStep = () => undefined }: OpenOptions,
): Promise<Installation> {
  const held = await claim(config.dataDir, { command, role });
  const opened = new Opened();
  opened.add({ close: () => held.release() });
  try {
    onStep("starting the database");
    const database = opened.add(await openDatabase(config, config.secret, log));
    if (database.migrated.length > 0) log.info({ migrations: database.migrated }, "migrated");
    const orm = opened.add(await openAsApp(database, config.secret, poolSize));
    const { created } = await bootstrap(orm, config, systemClock);
    held.tell({ postgresPort: database.server.port });
    return {
      config,
      log,
      clock: systemClock,
      database,
      orm,
      server: undefined,
      created,
      close: () => opened.close(),
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

const openAsApp = (database: Database, secret: string, poolSize = 10): Promise<Orm> =>
  openOrm(connectionFor(database.server, "crm_app", database.name), { poolSize, secret });
