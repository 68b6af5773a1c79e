/** What may be bound to a statement; decimals and ids go as text and are cast in the SQL. */
export type Param = string | number | boolean | bigint | null;

/** SQL with positional parameters $1, $2 …; no value is ever written into the text. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly Param[];
}

/** Numbers are 32-bit integers and doubles only; 64-bit integers, decimals, days and instants are text. */
export type Value = string | number | boolean | null;

export interface RowSet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

export interface ReadOptions {
  /** Counted from the call, waiting for a free reader included; then LIMIT_EXCEEDED. */
  readonly timeoutMs: number;
  /** Aborting interrupts the running statement. */
  readonly signal?: AbortSignal | undefined;
}

export type Read = (statement: Statement) => Promise<RowSet>;

/** How the file was found. A damaged one is set aside and replaced by an empty one, to be rebuilt. */
export type Opened =
  | { readonly kind: "existing" }
  | { readonly kind: "created" }
  | { readonly kind: "damaged"; readonly setAside: string; readonly reason: string };

/**
 * The one owner of the warehouse. Readers never wait for the writer and see whole commits only.
 * Errors: UNAVAILABLE when another process holds the file or the engine is closed, LIMIT_EXCEEDED on
 * timeout. Errors of the SQL itself are bugs and pass through.
 */
export interface Engine {
  /** The name that answers give as their source. */
  readonly name: string;
  readonly opened: Opened;
  /** Grows with each commit and each swap: what was derived from an older one is stale. */
  readonly version: number;
  /** Where the loader may put named pipes and files for read_csv. */
  readonly stageDirectory: string;
  read(statement: Statement, options: ReadOptions): Promise<RowSet>;
  /** Several statements over one state of the warehouse. */
  snapshot<T>(options: ReadOptions, work: (read: Read) => Promise<T>): Promise<T>;
  /** The one writer, one piece of work at a time; commit by `writer.transaction`. */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>;
  /** Builds a new file beside the old one and swaps it in; on failure the old one stays. */
  rebuild(build: (writer: Writer) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export interface Writer {
  /** Runs one or several statements; answers the rows changed by the last one. */
  run(sql: string, params?: readonly Param[]): Promise<number>;
  rows(sql: string, params?: readonly Param[]): Promise<Record<string, Value>[]>;
  /** Commits when the work succeeds and rolls back when it throws. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
}
