import type { Command } from "commander";
import { terminal } from "../../schema/kernel/log.ts";
import type { CommandContext } from "./command.ts";
import { loadWarehouse, type LoadReport } from "./load-warehouse.ts";

/** `crm etl run`: load now rather than at the next time of the timetable. */
export function registerEtl(program: Command, open: CommandContext): void {
  program
    .command("etl")
    .description("load the warehouse")
    .command("run")
    .description("load what has changed since the last run")
    .option("--full", "build the warehouse anew from everything")
    .action(({ full }: { full?: boolean }) =>
      open("etl run", async (installation) => {
        sayReport(await loadWarehouse(installation, full ? "FULL" : "INCREMENTAL"));
      }),
    );
}

/** How much was read and loaded, and whether both sides agree. */
export function sayReport(report: LoadReport): void {
  const { rowsRead, rowsLoaded, seconds, reconciliation } = report;
  const compared = reconciliation.length;
  const equal = reconciliation.filter((line) => line.equal).length;
  terminal.say(
    `${rowsRead} rows read, ${rowsLoaded} loaded in ${seconds} s; ${equal} of ${compared} counts and sums agree`,
  );
}
