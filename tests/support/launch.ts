import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { createLog } from "../../schema/kernel/log.ts";
import { startEmbedded, type Cluster } from "../../schema/postgres/embedded.ts";
import type { PostgresServer } from "../../schema/postgres/server.ts";

export const SECRET = "a secret for the tests of the launcher";

/** An empty folder that every user may pass through, removed after the test. */
export function dataFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-launcher-"));
  fs.chmodSync(folder, 0o755);
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An embedded server in this process, stopped after the test unless the test did it. */
export async function launch(dataDir: string, secret = SECRET): Promise<Cluster> {
  const cluster = await startEmbedded({ dataDir, secret, log: createLog("silent") });
  onTestFinished(() => cluster.stop());
  return cluster;
}

export interface Launched {
  readonly server: PostgresServer;
  readonly data: string;
  readonly process: ChildProcess;
}

/** An embedded server held by a process of its own, as the given user. */
export function launchProcess(
  dataDir: string,
  user: { uid?: number; gid?: number } = {},
): Promise<Launched> {
  const script = fileURLToPath(new URL("postgres-process.ts", import.meta.url));
  const child = spawn(process.execPath, [script, dataDir, SECRET], {
    ...user,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => ended(child, "SIGTERM"));
  return new Promise((resolve, reject) => {
    child.on("exit", (code) => reject(new Error(`the launcher ended with ${code}`)));
    child.stdout.setEncoding("utf8").once("data", (line: string) => {
      const told = JSON.parse(line) as Omit<Launched, "process">;
      resolve({ ...told, process: child });
    });
  });
}

/** Signals a process and waits until it is gone. */
export const ended = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill(signal);
  });
