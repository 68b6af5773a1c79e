import { SYSTEM_ROWS, withRowContext } from "../../schema/access/row-context.ts";
import { loadConfig } from "../../schema/kernel/config.ts";
import { createLog, terminal } from "../../schema/kernel/log.ts";
import type { SystemPrincipal } from "../../schema/kernel/principal.ts";
import { openInstallation, type Installation } from "../installation.ts";

/** Who acts in a command: the person who may run it may do everything. */
export const CLI: SystemPrincipal = { kind: "system", name: "cli" };

/**
 * What a command does with an open installation: rows of everybody are visible to it, and everything
 * is closed when it ends. `command` is the word told to others who want the data directory.
 */
export type CommandContext = <T>(
  command: string,
  work: (installation: Installation) => Promise<T>,
) => Promise<T>;

export const openForCommand: CommandContext = async (command, work) => {
  const config = loadConfig();
  const installation = await openInstallation(config, {
    command,
    role: "command",
    log: createLog(config.logLevel === "info" ? "warn" : config.logLevel, "stderr"),
    onStep: (step) => terminal.progress(`${step} …`),
  });
  try {
    terminal.progressDone();
    sayCreated(installation);
    return await withRowContext(SYSTEM_ROWS, () => work(installation));
  } finally {
    await installation.close();
  }
};

/** The made-up password of the first administrator is shown once, by whichever command comes first. */
export function sayCreated({ created }: Installation): void {
  if (created?.password === undefined) return;
  terminal.say(
    `First administrator: ${created.login}, password ${created.password} (shown this once; the first sign-in changes it)`,
  );
}
