// Run by Node as a process of its own: holds an embedded PostgreSQL until SIGTERM, so that tests can
// start one as another user and kill its owner.
import { createLog } from "../../schema/kernel/log.ts";
import { startEmbedded } from "../../schema/postgres/embedded.ts";

const [dataDir = "", secret = ""] = process.argv.slice(2);
const cluster = await startEmbedded({ dataDir, secret, log: createLog("silent") });
process.stdout.write(`${JSON.stringify({ server: cluster.server, data: cluster.data })}\n`);
process.once("SIGTERM", () => {
  void cluster.stop().then(() => process.exit(0));
});
setInterval(() => undefined, 60_000);
