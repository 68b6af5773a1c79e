import pg from "pg";

/** How to sign in to PostgreSQL as crm_etl. */
export type SourceConfig = pg.ClientConfig;

/** One connection to the source. */
export interface SourceConnection {
  readonly client: pg.Client;
  /** Ends it politely: what it held is free when this returns. */
  readonly end: () => Promise<void>;
  /** Cuts it: one that stands in the middle of a COPY would never end politely. */
  readonly cut: () => void;
}

export async function connectSource(config: SourceConfig): Promise<SourceConnection> {
  const client = new pg.Client({
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: "crm etl",
    ...config,
  });
  // A connection cut between two queries reports here; the next query reports it to its caller.
  client.on("error", () => undefined);
  await client.connect();
  return {
    client,
    end: () => client.end(),
    cut: () => client.connection.stream.destroy(),
  };
}
