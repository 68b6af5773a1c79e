import fs from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { connectionWriter } from "./connection-writer.ts";
import { toValue } from "./convert.ts";
import { Deadline } from "./deadline.ts";
import type {
  Engine,
  Opened,
  Read,
  ReadOptions,
  RowSet,
  Statement,
  Value,
  Writer,
} from "./engine.ts";
import { closed, heldElsewhere, isDamage, isFatal, isHeldElsewhere, reasonOf } from "./faults.ts";
import { findGenerations, removeDatabase, removeLeftovers, setAside } from "./generations.ts";
import { openStore, type Store, type StoreSettings } from "./store.ts";

export interface WarehouseFile {
  /** The path without generation number, e.g. `var/warehouse/crm.duckdb`. */
  readonly file: string;
  readonly stageDirectory: string;
  readonly tempDirectory: string;
  /** In DuckDB's notation, e.g. `1GB`. */
  readonly memoryLimit?: string;
}

const DEFAULT_MEMORY = "1GB";

async function runStatement(reader: DuckDBConnection, { sql, params }: Statement): Promise<RowSet> {
  const result = await reader.run(sql, [...params]);
  const rows: (readonly Value[])[] = [];
  // Chunk by chunk: a large result gives other requests their turn between two chunks.
  for await (const chunk of result.yieldConvertedRows<Value>(toValue)) rows.push(...chunk);
  return { columns: result.columnNames(), rows };
}

/** A damaged file is set aside rather than kept closed: the warehouse can always be rebuilt. */
async function openOrSetAside(
  file: string,
  settings: StoreSettings,
): Promise<{ store: Store; opened: Opened }> {
  const existed = fs.existsSync(file);
  try {
    const store = await openStore(file, settings);
    return { store, opened: { kind: existed ? "existing" : "created" } };
  } catch (error) {
    if (isHeldElsewhere(error)) throw heldElsewhere(file);
    if (!existed || !isDamage(error)) throw error;
    const aside = setAside(file);
    const store = await openStore(file, settings);
    return { store, opened: { kind: "damaged", setAside: aside, reason: reasonOf(error) } };
  }
}

class DuckDbEngine implements Engine {
  readonly name = "duckdb";
  readonly opened: Opened;
  readonly stageDirectory: string;
  readonly #file: string;
  readonly #settings: StoreSettings;
  /** Absent when closed, and between a fatal error and the next use. */
  #store: Store | undefined;
  #broken: Store | undefined;
  #version = 1;
  /** The tail of the queue of writers. */
  #writing: Promise<unknown> = Promise.resolve();
  #reopening: Promise<Store> | undefined;

  constructor(file: string, settings: StoreSettings, store: Store, opened: Opened) {
    this.#file = file;
    this.#settings = settings;
    this.#store = store;
    this.opened = opened;
    this.stageDirectory = settings.stageDirectory;
  }

  get version(): number {
    return this.#version;
  }

  read(statement: Statement, options: ReadOptions): Promise<RowSet> {
    return this.#reading(options, (reader, deadline) => run(reader, deadline, statement));
  }

  snapshot<T>(options: ReadOptions, work: (read: Read) => Promise<T>): Promise<T> {
    return this.#reading(options, async (reader, deadline) => {
      await run(reader, deadline, { sql: "begin transaction read only", params: [] });
      try {
        return await work((statement) => run(reader, deadline, statement));
      } finally {
        // Also after the deadline: the next borrower must not find this transaction open.
        await reader.run("rollback");
      }
    });
  }

  write<T>(work: (writer: Writer) => Promise<T>): Promise<T> {
    return this.#exclusively((store) =>
      work(
        connectionWriter(store.writer, () => {
          this.#version += 1;
        }),
      ),
    );
  }

  rebuild(build: (writer: Writer) => Promise<void>): Promise<void> {
    return this.#exclusively(async (old) => {
      const { building, next } = findGenerations(this.#file);
      removeDatabase(building);
      await this.#build(building, build);
      const file = next();
      fs.renameSync(building, file);
      this.#store = await openStore(file, this.#settings);
      this.#version += 1;
      await old.close();
      removeDatabase(old.file);
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    const store = this.#store ?? this.#broken;
    this.#store = undefined;
    this.#broken = undefined;
    await store?.close();
  }

  async #build(file: string, build: (writer: Writer) => Promise<void>): Promise<void> {
    const made = await openStore(file, this.#settings);
    try {
      await build(connectionWriter(made.writer, () => undefined));
      await made.writer.run("checkpoint");
    } catch (error) {
      await made.close();
      removeDatabase(file);
      throw error;
    }
    await made.close();
  }

  #exclusively<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const turn = this.#writing.then(async () => {
      const store = this.#store ?? (await this.#reopen());
      return this.#watching(store, () => work(store));
    });
    this.#writing = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  async #reading<T>(
    options: ReadOptions,
    work: (reader: DuckDBConnection, deadline: Deadline) => Promise<T>,
  ): Promise<T> {
    const deadline = new Deadline(options);
    try {
      const store = this.#store ?? (await this.#reopen());
      return await store.readers.lend(deadline, (reader) =>
        this.#watching(store, () => work(reader, deadline)),
      );
    } finally {
      deadline.release();
    }
  }

  /** A fatal error (a full disk, say) ends the instance, not the data: the next use opens it again. */
  async #watching<T>(store: Store, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isFatal(error) && this.#store === store) {
        this.#store = undefined;
        this.#broken = store;
      }
      throw error;
    }
  }

  #reopen(): Promise<Store> {
    const broken = this.#broken;
    if (!broken) return this.#reopening ?? Promise.reject(closed());
    this.#broken = undefined;
    this.#reopening = this.#openAgain(broken);
    return this.#reopening;
  }

  async #openAgain(broken: Store): Promise<Store> {
    try {
      await broken.close();
      this.#store = await openStore(broken.file, this.#settings);
      this.#version += 1;
      return this.#store;
    } catch (error) {
      this.#broken = broken;
      throw error;
    } finally {
      this.#reopening = undefined;
    }
  }
}

const run = (reader: DuckDBConnection, deadline: Deadline, statement: Statement): Promise<RowSet> =>
  deadline.during(
    () => runStatement(reader, statement),
    () => reader.interrupt(),
  );

/** Opens the warehouse, creating or healing its file; UNAVAILABLE when another process holds it. */
export async function openWarehouse(location: WarehouseFile): Promise<Engine> {
  const settings: StoreSettings = {
    stageDirectory: fs.realpathSync(ensureDirectory(location.stageDirectory)),
    tempDirectory: ensureDirectory(location.tempDirectory),
    memoryLimit: location.memoryLimit ?? DEFAULT_MEMORY,
  };
  const { current } = findGenerations(location.file);
  const { store, opened } = await openOrSetAside(current, settings);
  removeLeftovers(location.file);
  return new DuckDbEngine(location.file, settings, store, opened);
}

function ensureDirectory(directory: string): string {
  fs.mkdirSync(directory, { recursive: true });
  return directory;
}
