import type { Log } from "../kernel/log.ts";
import type { ClusterHome } from "./cluster-home.ts";
import { startServer } from "./control.ts";
import { recordedPid, stillRuns } from "./postmaster.ts";

const EVERY_MS = 500;

/**
 * Starts the server again, on the same port, when somebody killed it. PostgreSQL recovers by itself
 * when one of its sessions crashes; only the loss of the whole server is seen here.
 */
export function keepRunning(
  home: ClusterHome,
  settings: Readonly<Record<string, string>>,
  port: number,
  log: Log,
): { stop(): Promise<void> } {
  let restarting: Promise<void> | undefined;
  const check = async (): Promise<void> => {
    const pid = recordedPid(home.data);
    if (pid !== undefined && stillRuns(pid, home.data)) return;
    log.error("PostgreSQL ended unexpectedly; starting it again");
    try {
      await startServer(home, settings, port);
      log.info("PostgreSQL is running again");
    } catch (error) {
      log.error({ err: error }, "PostgreSQL could not be started again; the next attempt follows");
    }
  };
  const timer = setInterval(() => {
    restarting ??= check().finally(() => (restarting = undefined));
  }, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await restarting;
    },
  };
}
