import { execFile } from "node:child_process";
import { program } from "./binaries.ts";
import type { ClusterHome } from "./cluster-home.ts";

/** Runs one of PostgreSQL's own programs as the server's user; rejects with what it said. */
export const runProgram = (
  home: ClusterHome,
  name: "initdb" | "pg_ctl",
  parameters: readonly string[],
): Promise<void> =>
  new Promise((resolve, reject) => {
    const options = { ...home.user, cwd: home.folder, windowsHide: true };
    const child = execFile(program(home.binaries, name), parameters, options, (error, out, err) => {
      if (error) reject(new Error(`${name} failed: ${err.trim() || out.trim() || error.message}`));
      else resolve();
    });
    child.stdin?.end();
  });
