import { pipeline } from "node:stream/promises";
import type pg from "pg";
import pgCopy from "pg-copy-streams";
import type { Writer } from "../../warehouse/engine/engine.ts";
import type { Channel, Passage } from "./channel.ts";
import { createStageSql, readCsvSql, type Copy } from "./copy-sql.ts";

export interface StageRequest {
  readonly client: pg.Client;
  readonly writer: Writer;
  readonly channel: Channel;
}

/** Runs both ends; whichever fails takes the other with it, and the cause is told, not its echo. */
async function transfer(
  { streams }: Channel,
  { readerGone }: Passage,
  send: () => Promise<void>,
  read: () => Promise<unknown>,
): Promise<void> {
  if (!streams) {
    await send();
    await read();
    return;
  }
  const reading = async (): Promise<void> => {
    try {
      await read();
    } finally {
      await readerGone();
    }
  };
  const [received, sent] = await Promise.allSettled([reading(), send()]);
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
  const { client, writer, channel } = request;
  await writer.run(createStageSql(copy));
  const passage = channel.open();
  try {
    const rows = pgCopy.to(copy.sql);
    await transfer(
      channel,
      passage,
      () => pipeline(client.query(rows), passage.writable),
      () => writer.run(readCsvSql(copy, channel.path)),
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
    await passage.dispose();
  }
}
