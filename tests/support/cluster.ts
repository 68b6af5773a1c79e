import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { createLog } from "../../schema/kernel/log.ts";
import { createDatabase } from "../../schema/postgres/create-database.ts";
import { startEmbedded } from "../../schema/postgres/embedded.ts";
import { migrateDatabase } from "../../schema/postgres/migrate.ts";
import { createRoles } from "../../schema/postgres/roles.ts";
import type { PostgresServer } from "../../schema/postgres/server.ts";

declare module "vitest" {
  interface ProvidedContext {
    server: PostgresServer;
    /** The secret from which the server's passwords are derived. */
    secret: string;
  }
}

/** The migrated database that every test file copies. */
export const TEMPLATE = "crm_template";

/** Nothing here survives the run, so nothing has to reach the disk. */
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  shared_buffers: "128MB",
};

/** A cluster with one migrated template, gone when it is stopped. */
export interface TestCluster {
  readonly server: PostgresServer;
  readonly secret: string;
  stop(): Promise<void>;
}

export async function openTestCluster(): Promise<TestCluster> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "crm-test-"));
  fs.chmodSync(dataDir, 0o755); // as root the server runs as another user, who has to pass through
  const secret = randomBytes(32).toString("base64url");
  const cluster = await startEmbedded({
    dataDir,
    secret,
    log: createLog("warn"),
    settings: FAST,
  });
  const { server } = cluster;
  const stop = async (): Promise<void> => {
    await cluster.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await createRoles(server);
    await createDatabase(server, TEMPLATE);
    await migrateDatabase(server, TEMPLATE);
    return { server, secret, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One cluster a run of the tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openTestCluster();
  project.provide("server", cluster.server);
  project.provide("secret", cluster.secret);
  return () => cluster.stop();
}
