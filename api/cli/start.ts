import { sql } from "kysely";
import type { Command } from "commander";
import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { loadConfig } from "../../schema/kernel/config.ts";
import { createLog, terminal } from "../../schema/kernel/log.ts";
import { plain } from "../../schema/orm.ts";
import type { Installation } from "../installation.ts";
import { startCrm, type RunningCrm } from "../main.ts";
import { productVersion } from "../server/product-version.ts";
import { saySeeded } from "./seed.ts";
import { drain, stopSignal } from "./stop-signal.ts";

/** `crm start`: everything in one process, until it is told to stop. */
export function registerStart(program: Command): void {
  program
    .command("start")
    .description("start the database, the warehouse, the API and the web application")
    .action(async () => {
      const config = loadConfig();
      const stopping = stopSignal();
      const running = await startCrm(config, {
        log: createLog(config.logLevel),
        onStep: (step) => terminal.warn(`${step} …`),
      });
      await greet(running);
      await stopping;
      terminal.warn("stopping …");
      await drain(() => running.stop());
    });
}

async function greet({ address, installation, seeded }: RunningCrm): Promise<void> {
  const { config, created, database } = installation;
  terminal.say(`\nCRM ${productVersion()} is ready at ${address}`);
  if (created?.password !== undefined) {
    terminal.say(
      `  sign in  ${created.login} with the password ${created.password} (shown this once; you will be asked to change it)`,
    );
  } else {
    terminal.say(
      "  sign in  with your login; `crm user reset-password <login>` helps who forgot theirs",
    );
  }
  terminal.say(`  data     ${config.dataDir}`);
  terminal.say(`  database ${database.location}`);
  if (seeded) saySeeded(seeded);
  if (await isEmpty(installation)) {
    terminal.say(
      "  next     the company is empty: `crm import <file> --mapping <json>` brings in your data, see README.md",
    );
  }
}

const isEmpty = ({ orm }: Installation): Promise<boolean> =>
  withRowContext(SYSTEM_ROWS, async () => {
    const { rows } = await sql<{ empty: boolean }>`
      select not exists (select from crm.customer) and not exists (select from crm.opportunity)
        as empty`.execute(plain(orm.em.fork()));
    return rows[0]?.empty ?? false;
  });
