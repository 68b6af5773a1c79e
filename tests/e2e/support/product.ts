import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CRM = fileURLToPath(new URL("../../../bin/crm.mjs", import.meta.url));
const START_LIMIT_MS = 120_000;

export interface Product {
  readonly url: string;
  readonly dataDir: string;
  /** Runs `crm <parameters>` beside the running product; throws with its output when it fails. */
  readonly command: (...parameters: readonly string[]) => Promise<string>;
  /** Ends it without warning, as a power cut does. */
  readonly kill: () => Promise<void>;
  /** Starts it again where it was: same address, same data. */
  readonly startAgain: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The product as people start it, on a data directory of its own that is gone afterwards. */
export async function startProduct(settings: Readonly<Record<string, string>>): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), "crm-e2e-"));
  const port = Number(settings["PORT"] ?? (await freePort()));
  const env = {
    ...process.env,
    CRM_DATA_DIR: folder,
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "warn",
    CRM_SEED: "empty",
    // Figures change when a test loads them, not while another one compares them.
    ETL_CRON: "0 0 29 2 *",
    ...settings,
  };
  const url = `http://127.0.0.1:${port}`;
  const start = () =>
    spawn(process.execPath, [CRM, "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let server = start();
  const stop = async () => {
    await end(server, "SIGTERM");
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await ready(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    dataDir: folder,
    stop,
    kill: () => end(server, "SIGKILL"),
    async startAgain() {
      server = start();
      await ready(url, server);
    },
    command: (...parameters) => runCrm(folder, parameters),
  };
}

/** Runs `crm <parameters>` on a data directory; throws with its output when it fails. */
export async function runCrm(dataDir: string, parameters: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [CRM, ...parameters], {
    env: { ...process.env, CRM_DATA_DIR: dataDir, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collect(child);
  const [code] = (await once(child, "close")) as [number | null];
  if (code === 0) return output();
  throw new Error(`crm ${parameters.join(" ")} ended with ${code}:\n${output()}`);
}

/** Asks until the product says that it can serve, or is dead. */
async function ready(url: string, server: ChildProcess): Promise<void> {
  const said = collect(server);
  const started = performance.now();
  while (performance.now() - started < START_LIMIT_MS) {
    if (server.exitCode !== null) throw new Error(`crm start ended by itself:\n${said()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`crm start was not ready in ${START_LIMIT_MS} ms:\n${said()}`);
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill(signal);
  await ended;
}

function collect(child: ChildProcess): () => string {
  let text = "";
  child.stdout?.on("data", (part: Buffer) => (text += part.toString()));
  child.stderr?.on("data", (part: Buffer) => (text += part.toString()));
  return () => text;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
