import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { constants, createWriteStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import type { Writable } from "node:stream";

/** A way for bytes from PostgreSQL into a file name that the warehouse engine can read. */
export interface Channel {
  readonly path: string;
  /** The reader has to run while the writer writes (a pipe), not after it (a file). */
  readonly streams: boolean;
  /** Its end, or its destruction, is the end of the file for the reader. */
  readonly writable: Writable;
  /** Tells that nobody reads any more, so that a writer who waits fails instead of waiting for ever. */
  readerGone(): Promise<void>;
  /** Closes and removes everything, whatever has failed. */
  dispose(): Promise<void>;
}

const LARGE_WRITES = { highWaterMark: 1 << 20 };

async function makePipe(name: string): Promise<boolean> {
  const child = spawn("mkfifo", ["-m", "600", name], { stdio: "ignore" });
  try {
    const [code] = await once(child, "exit");
    return code === 0;
  } catch {
    return false; // No mkfifo on this machine: a file serves as well.
  }
}

/** Waits until the stream has let go of its file, so that none is left open. */
async function closeStream(writable: Writable): Promise<void> {
  if (writable.closed) return;
  const ended = once(writable, "close");
  writable.destroy();
  await ended;
}

/**
 * A pipe opens only with both ends. The reader always comes or fails, so the writer, whose opening
 * waits in a thread of its own, is kept from waiting for ever by a reader of ours that comes and goes.
 */
function pipeChannel(name: string): Channel {
  const writable = createWriteStream(name, { flags: "w", ...LARGE_WRITES });
  const readerGone = async (): Promise<void> => {
    const released = await open(name, constants.O_RDONLY | constants.O_NONBLOCK);
    if (writable.pending && !writable.destroyed) await once(writable, "open");
    await released.close();
  };
  return {
    path: name,
    streams: true,
    writable,
    readerGone,
    async dispose() {
      await closeStream(writable);
      await rm(name, { force: true });
    },
  };
}

function fileChannel(name: string): Channel {
  const writable = createWriteStream(name, { flags: "wx", mode: 0o600, ...LARGE_WRITES });
  return {
    path: name,
    streams: false,
    writable,
    readerGone: () => Promise.resolve(),
    async dispose() {
      await closeStream(writable);
      await rm(name, { force: true });
    },
  };
}

/** A named pipe in the directory, or a temporary file where there are none (Windows). */
export async function openChannel(
  directory: string,
  label: string,
  transport: "pipe" | "file" = process.platform === "win32" ? "file" : "pipe",
): Promise<Channel> {
  const name = path.join(directory, `${label}-${randomUUID()}.csv`);
  return transport === "pipe" && (await makePipe(name)) ? pipeChannel(name) : fileChannel(name);
}
