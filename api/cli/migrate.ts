import type { Command } from "commander";
import { conflict } from "../../schema/kernel/errors.ts";
import { terminal } from "../../schema/kernel/log.ts";
import type { CommandContext } from "./command.ts";

/** `crm migrate`: what every start does first, on its own. */
export function registerMigrate(program: Command, open: CommandContext): void {
  program
    .command("migrate")
    .description("bring the database to the present shape")
    .action(() =>
      open("migrate", async ({ database, server }) => {
        if (server) {
          throw conflict({
            zh: `crm ${server.command} 正在运行，数据库已在其启动时迁移`,
            en: `crm ${server.command} (pid ${server.pid}) is running and migrated the database when it started`,
          });
        }
        for (const name of database.migrated) terminal.say(name);
        const count = database.migrated.length;
        terminal.say(count === 0 ? "nothing to migrate" : `${count} migrations applied`);
      }),
    );
}
