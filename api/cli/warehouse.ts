import type { Command } from "commander";
import { conflict } from "../../schema/kernel/errors.ts";
import { terminal } from "../../schema/kernel/log.ts";
import type { CommandContext } from "./command.ts";
import { sayReport } from "./etl.ts";
import { loadWarehouse } from "./load-warehouse.ts";

/** `crm warehouse rebuild|check`: the warehouse holds nothing that cannot be made anew. */
export function registerWarehouse(program: Command, open: CommandContext): void {
  const warehouse = program.command("warehouse").description("rebuild or check the warehouse");
  warehouse
    .command("rebuild")
    .description("build the warehouse anew; reports keep answering from the old one until then")
    .action(() =>
      open("warehouse rebuild", async (installation) => {
        sayReport(await loadWarehouse(installation, "FULL"));
      }),
    );
  warehouse
    .command("check")
    .description("load what is missing and hold counts and sums against the database")
    .action(() =>
      open("warehouse check", async (installation) => {
        const { reconciliation } = await loadWarehouse(installation, "INCREMENTAL");
        for (const { table, measure, source, warehouse: loaded, equal } of reconciliation) {
          terminal.say(`${equal ? "ok   " : "WRONG"} ${table} ${measure}: ${source} / ${loaded}`);
        }
        const wrong = reconciliation.filter(({ equal }) => !equal).length;
        if (wrong === 0) return;
        throw conflict({
          zh: `数据仓库与数据库有 ${wrong} 处不一致`,
          en: `Warehouse and database differ in ${wrong} places; run crm warehouse rebuild`,
        });
      }),
    );
}
