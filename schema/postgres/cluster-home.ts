import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { copyBinaries, findBinaries, program, type Binaries } from "./binaries.ts";
import { canEnter, canRun, makePrivate, openToAll, serverUser, type OsUser } from "./os-user.ts";

/** Where the embedded server's data lies, whom it runs as and which binaries it uses. */
export interface ClusterHome {
  readonly folder: string;
  readonly data: string;
  readonly user: OsUser;
  readonly binaries: Binaries;
}

/** Where root keeps what another user has to reach. */
const ELSEWHERE = "/var/lib/crm";
/** Names the folder that holds the database when it cannot be inside the data folder. */
const MARKER = "postgres-folder";

/**
 * Inside the data folder wherever the server's user can reach it. A clone below a home of mode 0700
 * is closed to that user; data and binaries then live under /var/lib/crm, and the data folder keeps
 * a note of it, so that they are found again after the folder has moved.
 */
export function clusterHome(dataDirectory: string): ClusterHome {
  fs.mkdirSync(dataDirectory, { recursive: true });
  const dataDir = fs.realpathSync(dataDirectory);
  const marker = path.join(dataDir, MARKER);
  const elsewhere = fs.existsSync(marker) ? fs.readFileSync(marker, "utf8").trim() : undefined;
  if (elsewhere !== undefined) {
    if (!fs.existsSync(elsewhere)) {
      throw new Error(`${marker} says that the database lies in ${elsewhere}, which is missing`);
    }
    return separateHome(elsewhere);
  }
  const folder = path.join(dataDir, "postgres");
  const data = path.join(folder, "data");
  refuseForeign(folder);
  const user = serverUser(data);
  const exists = fs.existsSync(data);
  makePrivate(folder, user);
  if (canEnter(user, folder)) {
    return { folder, data, user, binaries: reachableBinaries(user) };
  }
  if (exists) {
    throw new Error(
      `The database in ${data} belongs to a user (uid ${user.uid}) who cannot reach that folder; open the folders above it (chmod o+x) or start as that user`,
    );
  }
  fs.rmdirSync(folder);
  const separate = separateFolder(dataDir);
  const home = separateHome(separate);
  fs.writeFileSync(marker, `${separate}\n`);
  return home;
}

const separateFolder = (dataDir: string): string => {
  const hash = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  return path.join(ELSEWHERE, hash);
};

function separateHome(folder: string): ClusterHome {
  openToAll(() => fs.mkdirSync(ELSEWHERE, { recursive: true }));
  const data = path.join(folder, "data");
  const user = serverUser(data);
  makePrivate(folder, user);
  return { folder, data, user, binaries: reachableBinaries(user) };
}

/** The installed binaries, or a copy where the server's user cannot reach them. */
function reachableBinaries(user: OsUser): Binaries {
  const installed = findBinaries();
  return canRun(user, program(installed, "postgres"))
    ? installed
    : copyBinaries(installed, ELSEWHERE);
}

/** An ordinary user meets data that root's server user owns. */
function refuseForeign(folder: string): void {
  const uid = process.getuid?.();
  if (uid === undefined || uid === 0) return;
  const owner = fs.statSync(folder, { throwIfNoEntry: false })?.uid;
  if (owner !== undefined && owner !== uid) {
    throw new Error(
      `The database in ${folder} was made by another user (uid ${owner}); start as that user or as root, or set CRM_DATA_DIR to another folder`,
    );
  }
}
