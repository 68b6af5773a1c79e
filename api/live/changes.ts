import { sql } from "kysely";
import pg from "pg";
import type { Resource } from "../../schema/access/permissions.ts";
import type { Log } from "../../schema/kernel/log.ts";
import { plain, type Em, type OrmConnection } from "../../schema/orm.ts";
import { Topic } from "./topic.ts";

/** A record that somebody may be looking at has changed; what it is now is read under the reader's rights. */
export interface Change {
  readonly resource: Resource;
  readonly id: string;
}

const CHANNEL = "crm_change";
/** Sent by the database itself whenever somebody's rights or sessions change. */
const RIGHTS_CHANNEL = "crm_rights";
const RETRY_MS = 500;

/** Tells every API process of a change, when and only if the transaction commits. */
export async function announceChange(tx: Em, { resource, id }: Change): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ resource, id })})`.execute(plain(tx));
}

/** The changes of all processes, heard on one connection of its own. */
export class ChangeFeed {
  readonly #connection: OrmConnection;
  readonly #log: Log;
  readonly #topics = new Map<Resource, Topic<Change>>();
  readonly #rightsListeners = new Set<() => void>();
  #client: pg.Client | undefined;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;

  private constructor(connection: OrmConnection, log: Log) {
    this.#connection = connection;
    this.#log = log;
  }

  static async open(connection: OrmConnection, log: Log): Promise<ChangeFeed> {
    const feed = new ChangeFeed(connection, log);
    await feed.#listen();
    return feed;
  }

  /** Changes of one resource from now on; the stream ends where some may have been missed. */
  of(resource: Resource): AsyncIterableIterator<Change> {
    return this.#topic(resource).read();
  }

  /** Calls `listener` when rights or sessions have changed, or may have; answers how to stop that. */
  whenRightsChange(listener: () => void): () => void {
    this.#rightsListeners.add(listener);
    return () => this.#rightsListeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    for (const topic of this.#topics.values()) topic.endAll();
    await this.#client?.end();
  }

  #topic(resource: Resource): Topic<Change> {
    const known = this.#topics.get(resource);
    if (known) return known;
    const made = new Topic<Change>();
    this.#topics.set(resource, made);
    return made;
  }

  async #listen(): Promise<void> {
    const client = new pg.Client(this.#connection);
    client.on("notification", ({ channel, payload }) => {
      if (channel === RIGHTS_CHANNEL) return this.#tellOfRights();
      const change = JSON.parse(payload ?? "{}") as Change;
      this.#topics.get(change.resource)?.publish(change);
    });
    // An ended connection may have missed changes: the readers begin anew, and so does the connection.
    client.on("error", (error) =>
      this.#log.warn({ err: error }, "the change feed was interrupted"),
    );
    client.once("end", () => this.#resume(client));
    await client.connect();
    await client.query(`listen ${CHANNEL}; listen ${RIGHTS_CHANNEL}`);
    this.#client = client;
    this.#tellOfRights();
  }

  #tellOfRights(): void {
    for (const listener of this.#rightsListeners) listener();
  }

  #resume(ended: pg.Client): void {
    if (this.#closed || (this.#client !== undefined && this.#client !== ended)) return;
    this.#client = undefined;
    for (const topic of this.#topics.values()) topic.endAll();
    this.#retry = setTimeout(() => {
      this.#listen().catch((error: unknown) => {
        this.#log.warn({ err: error }, "the change feed cannot connect yet");
        this.#resume(ended);
      });
    }, RETRY_MS);
  }
}
