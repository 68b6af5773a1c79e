import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ClusterHome } from "./cluster-home.ts";
import { freePort } from "./free-port.ts";
import { writeSettings } from "./init-cluster.ts";
import { forgetStalePid, isPostmasterOf, recordedPid } from "./postmaster.ts";
import { runProgram } from "./program.ts";

/**
 * After kill -9 the server's own children need a moment to notice that it is gone; until then a
 * new one refuses to start beside them.
 */
const RETRY_FOR_MS = 10_000;

/** The pid of the running server of this home. */
export function runningPid(home: ClusterHome): number | undefined {
  const pid = recordedPid(home.data);
  return pid !== undefined && isPostmasterOf(pid, home.data) ? pid : undefined;
}

/** Starts the server and waits until it accepts connections; a free port where none is given. */
export async function startServer(
  home: ClusterHome,
  settings: Readonly<Record<string, string>>,
  wantedPort?: number,
): Promise<number> {
  const deadline = performance.now() + RETRY_FOR_MS;
  for (;;) {
    const port = wantedPort ?? (await freePort());
    forgetStalePid(home.data);
    writeSettings(home, port, settings);
    try {
      const log = path.join(home.folder, "start.log");
      await runProgram(home, "pg_ctl", ["start", "-w", "-t", "120", "-D", home.data, "-l", log]);
      return port;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await delay(200);
    }
  }
}

/**
 * A fast shutdown rolls open transactions back; where that hangs, an immediate one, from which the
 * next start recovers.
 */
export async function stopServer(home: ClusterHome): Promise<void> {
  for (const [mode, seconds] of [
    ["fast", "8"],
    ["immediate", "5"],
  ] as const) {
    if (runningPid(home) === undefined) return;
    try {
      await runProgram(home, "pg_ctl", ["stop", "-w", "-t", seconds, "-m", mode, "-D", home.data]);
      return;
    } catch (error) {
      if (mode === "immediate" && runningPid(home) !== undefined) throw error;
    }
  }
}
