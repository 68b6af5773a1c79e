import { createHash } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { conflict } from "../kernel/errors.ts";

/** Who holds a folder, as told to whoever else wants it. */
export interface Holder {
  readonly pid: number;
  /** The word of the command line, e.g. `start` or `import`. */
  readonly command: string;
  /**
   * server: runs jobs and owns the warehouse; api: serves without them; command: does its work and
   * goes. Commands may join the first two.
   */
  readonly role: "server" | "api" | "command";
  /** Port of the embedded PostgreSQL once it runs. */
  readonly postgresPort?: number;
}

/** A folder held by this process until released; the operating system releases it when the process dies. */
export interface Claim {
  /** Adds what is learnt later to what others are told. */
  tell(facts: Pick<Holder, "postgresPort">): void;
  release(): Promise<void>;
}

/**
 * A local socket named after the folder: unlike a pid file it cannot go stale, for it ends with the
 * process. macOS alone keeps the file of a dead one, which nobody answers.
 */
function socketOf(folder: string): string {
  const key = createHash("sha256").update(fs.realpathSync(folder)).digest("hex").slice(0, 24);
  if (process.platform === "win32") return String.raw`\\.\pipe\crm-${key}`;
  if (process.platform === "linux") return `\0crm-${key}`;
  return path.join(os.tmpdir(), `crm-${key}.sock`);
}

/** Takes the folder, or refuses with CONFLICT and the name of the process that holds it. */
export async function claim(folder: string, holder: Omit<Holder, "pid">): Promise<Claim> {
  let told: Holder = { pid: process.pid, ...holder };
  const server = net.createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(JSON.stringify(told));
  });
  server.unref();
  if (!(await listen(server, socketOf(folder)))) {
    const present = await holderOf(folder);
    if (present) throw inUse(folder, present);
    if (process.platform !== "darwin") throw inUse(folder, undefined);
    fs.rmSync(socketOf(folder), { force: true });
    if (!(await listen(server, socketOf(folder)))) throw inUse(folder, await holderOf(folder));
  }
  return {
    tell(facts) {
      told = { ...told, ...facts };
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The process that holds the folder, if one does. */
export const holderOf = (folder: string): Promise<Holder | undefined> =>
  new Promise((resolve) => {
    const socket = net.connect(socketOf(folder));
    let text = "";
    socket.setEncoding("utf8").setTimeout(3_000, () => socket.destroy());
    socket.on("data", (part: string) => (text += part));
    socket.on("error", () => resolve(undefined));
    socket.on("close", () => resolve(text === "" ? undefined : (JSON.parse(text) as Holder)));
  });

const listen = (server: net.Server, name: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen(name, () => resolve(true));
  });

function inUse(folder: string, holder: Holder | undefined): Error {
  const who = holder ? `crm ${holder.command}, pid ${holder.pid}` : "another process";
  return conflict({
    zh: `数据目录 ${folder} 正被占用（${who}）`,
    en: `The data directory ${folder} is in use by ${who}; stop it first, or set CRM_DATA_DIR to another folder`,
  });
}
