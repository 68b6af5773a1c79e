import type { Command } from "commander";
import { loadConfig } from "../../schema/kernel/config.ts";
import { createLog, terminal } from "../../schema/kernel/log.ts";
import { openInstallation } from "../installation.ts";
import { openChanges } from "../main.ts";
import { Opened } from "../opened.ts";
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
      const opened = new Opened();
      try {
        const onStep = (step: string): void => terminal.warn(`${step} …`);
        const installation = opened.add(
          await openInstallation(config, { command: "api", role: "api", log, onStep }),
        );
        const { orm, clock, config: complete } = installation;
        const changes = opened.add(await openChanges(installation));
        const warehouse = undefined;
        const http = opened.add(
          await startHttp({ orm, config: complete, warehouse, changes, log, clock }),
        );
        sayCreated(installation);
        terminal.say(`API without reports at ${http.address}`);
        await stopping;
      } finally {
        await drain(() => opened.close());
      }
    });
}
