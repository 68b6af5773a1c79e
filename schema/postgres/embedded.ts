import { unavailable } from "../kernel/errors.ts";
import type { Log } from "../kernel/log.ts";
import { deriveSecret } from "../kernel/secrets.ts";
import { claim } from "./claim.ts";
import { clusterHome, type ClusterHome } from "./cluster-home.ts";
import { runningPid, startServer, stopServer } from "./control.ts";
import { initCluster, SUPERUSER } from "./init-cluster.ts";
import { keepRunning } from "./keep-running.ts";
import { rolePasswords, withClient, type PostgresServer } from "./server.ts";

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** The installation's secret; all passwords follow from it. */
  readonly secret: string;
  readonly log: Log;
  /** Settings of postgresql.conf beside our own; tests trade durability for speed here. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The embedded PostgreSQL, running on a free port of 127.0.0.1. */
export interface Cluster {
  readonly server: PostgresServer;
  /** Where the data lies. */
  readonly data: string;
  stop(): Promise<void>;
}

/** The server of a data directory as seen by whoever knows its secret and port. */
export const embeddedServer = (secret: string, port: number): PostgresServer => ({
  host: "127.0.0.1",
  port,
  superuser: {
    user: SUPERUSER,
    password: deriveSecret(secret, "postgres:superuser"),
    database: "postgres",
  },
  passwords: rolePasswords(secret),
});

/** Creates the cluster if need be, starts it, and starts it again when it is killed, until `stop`. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Cluster> {
  const { log, secret, settings = {} } = options;
  const home = clusterHome(options.dataDir);
  const held = await claim(home.folder, { command: "postgres", role: "command" });
  try {
    if (runningPid(home) !== undefined) {
      log.warn("stopping a PostgreSQL that outlived the process which had started it");
      await stopServer(home);
    }
    await initCluster(home, deriveSecret(secret, "postgres:superuser"));
    const port = await startServer(home, settings);
    const server = embeddedServer(secret, port);
    await refuseOtherSecret(server, home);
    const watch = keepRunning(home, settings, port, log);
    const onExit = (): void => takeAlong(home);
    process.once("exit", onExit);
    return {
      server,
      data: home.data,
      async stop() {
        await watch.stop();
        process.off("exit", onExit);
        await stopServer(home);
        await held.release();
      },
    };
  } catch (error) {
    await stopServer(home);
    await held.release();
    throw error;
  }
}

/** The server is nobody's child: when this process exits without stop(), it is told to go as well. */
function takeAlong(home: ClusterHome): void {
  const pid = runningPid(home);
  if (pid !== undefined) process.kill(pid, "SIGINT");
}

async function refuseOtherSecret(server: PostgresServer, home: ClusterHome): Promise<void> {
  try {
    await withClient(server, "superuser", server.superuser.database, (client) =>
      client.query("select 1"),
    );
  } catch (error) {
    if ((error as { code?: string }).code !== "28P01") throw error;
    throw unavailable({
      zh: `CRM_SECRET 与创建数据库 ${home.data} 时使用的不同`,
      en: `CRM_SECRET is not the one with which the database in ${home.data} was created`,
    });
  }
}
