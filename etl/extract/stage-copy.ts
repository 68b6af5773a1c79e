import { pipeline } from "node:stream/promises";
import type pg from "pg";
import pgCopy from "pg-copy-streams";
import type { Writer } from "../../warehouse/engine/engine.ts";
import { openChannel, type Channel } from "./channel.ts";
import { createStageSql, readCsvSql, type Copy } from "./copy-sql.ts";

export interface StageRequest {
  readonly client: pg.Client;
  readonly writer: Writer;
  /** Directory that the warehouse engine may read. */
  readonly stageDirectory: string;
  readonly transport?: "pipe" | "file";
}

/** Runs both ends; whichever fails takes the other with it, and the cause is told, not its echo. */
async function transfer(
  send: (channel: Channel) => Promise<void>,
  read: (channel: Channel) => Promise<unknown>,
  channel: Channel,
): Promise<void> {
  if (!channel.streams) {
    await send(channel);
    await read(channel);
    return;
  }
  const reading = read(channel).finally(() => channel.readerGone());
  const [sent, received] = await Promise.allSettled([send(channel), reading]);
  const cut = sent.status === "rejected" && (sent.reason as { code?: unknown }).code === "EPIPE";
  if (sent.status === "rejected" && !(cut && received.status === "rejected")) throw sent.reason;
  if (received.status === "rejected") throw received.reason;
}

/**
 * Fills one stage table and answers the number of rows. A source that
 * breaks looks like the end of the data to the reader, so both counts must agree. After a failure
 * the connection may stand in the middle of a COPY and must not be used again.
 */
export async function stageCopy(request: StageRequest, copy: Copy): Promise<number> {
  const { client, writer, stageDirectory, transport } = request;
  await writer.run(createStageSql(copy));
  const channel = await openChannel(stageDirectory, copy.label, transport);
  try {
    const rows = pgCopy.to(copy.sql);
    await transfer(
      ({ writable }) => pipeline(client.query(rows), writable),
      ({ path }) => writer.run(readCsvSql(copy, path)),
      channel,
    );
    const [counted] = await writer.rows(`select count(*) as staged from ${copy.stage}`);
    const staged = Number(counted?.["staged"]);
    if (staged !== rows.rowCount) {
      throw new Error(
        `${copy.label}: the source sent ${rows.rowCount} rows, the stage holds ${staged}`,
      );
    }
    return staged;
  } finally {
    await channel.dispose();
  }
}
