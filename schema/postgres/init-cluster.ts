import fs from "node:fs";
import path from "node:path";
import type { ClusterHome } from "./cluster-home.ts";
import { runProgram } from "./program.ts";

/** The superuser of the embedded server. */
export const SUPERUSER = "postgres";
const SETTINGS_FILE = "crm.conf";

/** Creates the cluster once; a creation that was interrupted is begun anew. Says whether it did. */
export async function initCluster(home: ClusterHome, password: string): Promise<boolean> {
  if (fs.existsSync(home.data)) return false;
  const partial = path.join(home.folder, "creating");
  fs.rmSync(partial, { recursive: true, force: true });
  const passwordFile = path.join(home.folder, "password");
  writeFor(home, passwordFile, password);
  try {
    await runProgram(home, "initdb", [
      `--pgdata=${partial}`,
      `--username=${SUPERUSER}`,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ]);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.appendFileSync(path.join(partial, "postgresql.conf"), `\ninclude '${SETTINGS_FILE}'\n`);
  fs.renameSync(partial, home.data);
  return true;
}

/**
 * The server listens on loopback only, logs seven days in a ring, and logs neither values nor the
 * details of errors, which hold personal data.
 */
export function writeSettings(
  home: ClusterHome,
  port: number,
  extra: Readonly<Record<string, string>>,
): void {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "256MB",
    timezone: "UTC",
    log_timezone: "UTC",
    logging_collector: "on",
    log_directory: "log",
    log_filename: "postgresql-%a.log",
    log_truncate_on_rotation: "on",
    log_error_verbosity: "terse",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    ...extra,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  writeFor(home, path.join(home.data, SETTINGS_FILE), `${lines.join("\n")}\n`);
}

function writeFor(home: ClusterHome, file: string, text: string): void {
  fs.rmSync(file, { force: true });
  fs.writeFileSync(file, text, { mode: 0o600 });
  const { uid, gid } = home.user;
  if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid);
}
