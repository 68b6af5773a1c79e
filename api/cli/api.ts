import type { Command } from "commander";
import { loadConfig } from "../../schema/kernel/config.ts";
import { createLog, terminal } from "../../schema/kernel/log.ts";
import { openInstallation } from "../installation.ts";
import { openChanges } from "../main.ts";
import { startHttp } from "../server/http.ts";
import { sayCreated } from "./command.ts";
import { drain, stopSignal } from "./stop-signal.ts";

/** `crm api`: a further process for requests. The warehouse has one owner, so cubes are UNAVAILABLE here. */
export function registerApi(program: Command): void {
  program
    .command("api")
    .description("serve everything but reports, beside a `crm start` or alone (set PORT)")
    .action(async () => {
      const config = loadConfig();
      const stopping = stopSignal();
      const log = createLog(config.logLevel);
      const installation = await openInstallation(config, {
        command: "api",
        role: "api",
        log,
        onStep: (step) => terminal.warn(`${step} …`),
      });
      const { orm, clock, config: complete } = installation;
      try {
        const changes = await openChanges(installation);
        const http = await startHttp({
          orm,
          config: complete,
          warehouse: undefined,
          changes,
          log,
          clock,
        });
        sayCreated(installation);
        terminal.say(`API without reports at ${http.address}`);
        await stopping;
        await drain(async () => {
          await http.close();
          await changes.close();
          await installation.close();
        });
      } finally {
        await installation.close();
      }
    });
}
