import path from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { ReaderPool } from "./reader-pool.ts";

export interface StoreSettings {
  readonly stageDirectory: string;
  readonly tempDirectory: string;
  readonly memoryLimit: string;
}

const READERS = 4;

/** Paths open in this process: a second instance on one path silently loses committed rows. */
const openPaths = new Set<string>();

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** One open database file: its instance, its one writing connection and its readers. */
export interface Store {
  readonly file: string;
  readonly writer: DuckDBConnection;
  readonly readers: ReaderPool;
  /** Waits for the readers that are out; closing twice does nothing. */
  close(): Promise<void>;
}

/**
 * Settings belong to the instance and become final, so their order matters: the temporary directory
 * and the memory at creation, then the zone (ICU is not there before), then the doors are shut.
 */
async function openInstance(file: string, settings: StoreSettings): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(file, {
    temp_directory: settings.tempDirectory,
    max_temp_directory_size: "8GB",
    memory_limit: settings.memoryLimit,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  try {
    await connection.run("set global TimeZone = 'UTC'");
    await connection.run(
      `set allowed_directories = [${literal(settings.stageDirectory + path.sep)}]`,
    );
    await connection.run("set enable_external_access = false");
    await connection.run("set lock_configuration = true");
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw error;
  }
  connection.closeSync();
  return instance;
}

export async function openStore(file: string, settings: StoreSettings): Promise<Store> {
  const resolved = path.resolve(file);
  if (openPaths.has(resolved)) throw new Error(`${resolved} is already open in this process`);
  openPaths.add(resolved);
  try {
    const instance = await openInstance(resolved, settings);
    const writer = await instance.connect();
    const readers = new ReaderPool(() => instance.connect(), READERS);
    return {
      file: resolved,
      writer,
      readers,
      async close() {
        if (!openPaths.has(resolved)) return;
        await readers.close();
        writer.closeSync();
        instance.closeSync();
        openPaths.delete(resolved);
      },
    };
  } catch (error) {
    openPaths.delete(resolved);
    throw error;
  }
}
