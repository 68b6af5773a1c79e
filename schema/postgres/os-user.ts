import { spawnSync } from "node:child_process";
import fs from "node:fs";

/** Whom a child process runs as; empty where it is ourselves. */
export interface OsUser {
  readonly uid?: number;
  readonly gid?: number;
}

const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * postgres refuses to run as root, so a root process hands it to user `postgres`, else `nobody`.
 * Existing data stays with whoever owns it.
 */
export function serverUser(dataDirectory: string): OsUser {
  if (!isRoot()) return {};
  const owner = fs.statSync(dataDirectory, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = fs.readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody",
  );
}

/** Whether that user can start a program; a folder on the way that is closed to it says no. */
export const canRun = (user: OsUser, program: string): boolean =>
  user.uid === undefined ||
  spawnSync(program, ["--version"], { ...user, cwd: "/", stdio: "ignore" }).status === 0;

/** Whether that user can work in a folder that is given to it. */
export const canEnter = (user: OsUser, folder: string): boolean =>
  user.uid === undefined ||
  spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...user, cwd: "/", stdio: "ignore" }).status ===
    0;

/** What `work` makes may be read by everybody, also where the process keeps its files to itself. */
export function openToAll<T>(work: () => T): T {
  const mask = process.umask(0o022);
  try {
    return work();
  } finally {
    process.umask(mask);
  }
}

/** Makes a folder that only the given user can enter. */
export function makePrivate(folder: string, user: OsUser): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o700);
  if (user.uid !== undefined && user.gid !== undefined) fs.chownSync(folder, user.uid, user.gid);
}
