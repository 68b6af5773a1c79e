import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** The pid in a data directory's postmaster.pid, whether or not it is alive. */
export function recordedPid(data: string): number | undefined {
  const file = path.join(data, "postmaster.pid");
  if (!fs.existsSync(file)) return undefined;
  const pid = Number(fs.readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What a process calls itself; after a restart of the machine an old pid may be anybody's. */
function commandOf(pid: number): string {
  const [command, parameters] =
    process.platform === "win32"
      ? ["tasklist", ["/FI", `PID eq ${pid}`, "/NH", "/FO", "CSV"]]
      : ["ps", ["-p", String(pid), "-o", "command="]];
  return spawnSync(command, parameters, { encoding: "utf8" }).stdout ?? "";
}

/** Whether the process is the PostgreSQL of this very data directory; elsewhere than on Linux, some PostgreSQL. */
export function isPostmasterOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return /postgres/i.test(commandOf(pid));
  try {
    const name = fs.readFileSync(`/proc/${pid}/comm`, "utf8");
    return (
      name.startsWith("postgres") && fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data)
    );
  } catch {
    // Ended meanwhile, or another user's process: our own server is never closed to us.
    return false;
  }
}

/**
 * Whether a server that is known to have been ours still runs. On Linux a killed one may stay as a
 * zombie, which has no folder any more; elsewhere asking for a name costs too much to do all the time.
 */
export const stillRuns = (pid: number, data: string): boolean =>
  process.platform === "linux" ? isPostmasterOf(pid, data) : isAlive(pid);

/** Forgets a pid that now belongs to somebody else, at which PostgreSQL itself would balk. */
export function forgetStalePid(data: string): void {
  const pid = recordedPid(data);
  if (pid === undefined || isPostmasterOf(pid, data)) return;
  fs.rmSync(path.join(data, "postmaster.pid"), { force: true });
}
