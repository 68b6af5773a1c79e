import { holderOf } from "../../../schema/postgres/claim.ts";
import { installationSecret } from "../../../schema/postgres/data-directory.ts";
import { embeddedServer } from "../../../schema/postgres/embedded.ts";
import { withClient } from "../../../schema/postgres/server.ts";

/** Runs one statement on the database of a running product, past all rights. */
export async function runSql(
  dataDir: string,
  text: string,
  params: readonly unknown[] = [],
): Promise<void> {
  const holder = await holderOf(dataDir);
  if (holder?.postgresPort === undefined) throw new Error(`nothing runs in ${dataDir}`);
  const server = embeddedServer(installationSecret(undefined, dataDir), holder.postgresPort);
  await withClient(server, "crm_owner", "crm", (client) => client.query(text, [...params]));
}
