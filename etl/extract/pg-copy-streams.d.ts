declare module "pg-copy-streams" {
  import type { Readable } from "node:stream";
  import type { Connection } from "pg";

  /** The rows of a COPY … TO STDOUT as bytes; rowCount is known once the stream has ended. */
  export interface CopyOut extends Readable {
    readonly rowCount: number;
    submit(connection: Connection): void;
  }
  const streams: { to(sql: string): CopyOut };
  export default streams;
}
