import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { constants, createWriteStream } from "node:fs";
import { open, rm } from "node:fs/promises";
import path from "node:path";
import type { Writable } from "node:stream";

/** One passage of bytes from PostgreSQL to the warehouse engine. */
export interface Passage {
  /** Its end, or its destruction, is the end of the file for the reader. */
  readonly writable: Writable;
  /** Tells that nobody reads any more, so that a writer who waits fails instead of waiting for ever. */
  readonly readerGone: () => Promise<void>;
  /** Waits until nothing is left open, whatever has failed. */
  readonly dispose: () => Promise<void>;
}

/** A file name that the warehouse engine can read, for one passage after the other. */
export interface Channel {
  readonly path: string;
  /** The reader has to run while the writer writes (a pipe), not after it (a file). */
  readonly streams: boolean;
  open(): Passage;
  remove(): Promise<void>;
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
function throughPipe(name: string): Passage {
  const writable = createWriteStream(name, { flags: "w", ...LARGE_WRITES });
  return {
    writable,
    async readerGone() {
      const released = await open(name, constants.O_RDONLY | constants.O_NONBLOCK);
      if (writable.pending && !writable.destroyed) await once(writable, "open");
      await released.close();
    },
    dispose: () => closeStream(writable),
  };
}

function throughFile(name: string): Passage {
  const writable = createWriteStream(name, { flags: "w", mode: 0o600, ...LARGE_WRITES });
  return {
    writable,
    readerGone: () => Promise.resolve(),
    dispose: () => closeStream(writable),
  };
}

/** A named pipe in the directory, or a temporary file where there are none (Windows). */
export async function makeChannel(
  directory: string,
  transport: "pipe" | "file" = process.platform === "win32" ? "file" : "pipe",
): Promise<Channel> {
  const name = path.join(directory, `${randomUUID()}.csv`);
  const streams = transport === "pipe" && (await makePipe(name));
  return {
    path: name,
    streams,
    open: () => (streams ? throughPipe(name) : throughFile(name)),
    remove: () => rm(name, { force: true }),
  };
}
