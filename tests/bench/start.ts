import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Seconds from the command to the address, after the build; aims: cold ≤ 30, with the demo ≤ 45, warm ≤ 5. */
export interface StartFigures {
  readonly cold: number;
  readonly demo: number;
  readonly warm: number;
}

const ENTRY = path.resolve("bin/crm.mjs");

/** The first start on an empty data directory, one that makes the demo company, and the start after it. */
export async function benchStart(): Promise<StartFigures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "crm-bench-start-"));
  fs.chmodSync(folder, 0o755); // as root the database server is another user, who has to pass through
  try {
    const cold = await start(path.join(folder, "empty"), "empty");
    const demo = await start(path.join(folder, "demo"), "demo");
    const warm = await start(path.join(folder, "demo"), "demo");
    return { cold, demo, warm };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function start(dataDir: string, seed: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [ENTRY, "start"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env["PATH"],
      PORT: "0",
      CRM_DATA_DIR: dataDir,
      CRM_SEED: seed,
      LOG_LEVEL: "error",
    },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const seconds = await new Promise<number>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes("ready at")) resolve((performance.now() - started) / 1000);
    });
    child.once("exit", (code) => reject(new Error(`crm start ended with ${code}`)));
  });
  child.kill("SIGTERM");
  await ended;
  return seconds;
}
