import type pg from "pg";
import { currentRowSettings, SET_ROW_CONTEXT } from "./row-context.ts";

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: Error | boolean) => void,
) => void;

/**
 * Gives every connection the row context of whoever takes it. Each way to a connection (the ORM,
 * Kysely, a transaction, `pool.query`) passes `pool.connect`, so it is wrapped there. A connection
 * that already holds the context is handed out as it is; one that cannot be given it is destroyed,
 * never handed out with somebody else's.
 */
export function setRowContextOnConnect(pool: pg.Pool): void {
  const held = new WeakMap<pg.PoolClient, string>();
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;

  const connectInContext = async (): Promise<pg.PoolClient> => {
    const { principal, scopes } = currentRowSettings();
    const key = `${principal} ${scopes}`;
    const client = await connect();
    if (held.get(client) === key) return client;
    try {
      held.delete(client);
      const values = [principal, scopes];
      await client.query({ name: "row-context", text: SET_ROW_CONTEXT, values });
      held.set(client, key);
      return client;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  };

  const wrapped = (callback?: ConnectCallback): Promise<pg.PoolClient> | undefined => {
    const promise = connectInContext();
    if (!callback) return promise;
    promise.then(
      (client) => callback(undefined, client, client.release.bind(client)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  };
  pool.connect = wrapped as typeof pool.connect;
}
