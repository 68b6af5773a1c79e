import { defineList } from "../lists/define-list.ts";
import { choice, id, instant, integer, text } from "../lists/field.ts";
import { EtlMode, EtlStatus, EtlTrigger } from "./etl-run.enum.ts";

/** Loads of the warehouse, newest first. */
export const etlRuns = defineList({
  name: "EtlRun",
  caption: { zh: "装载任务", en: "Load" },
  resource: "etl",
  table: "etl_run",
  fields: {
    id: id(),
    mode: choice("EtlMode", EtlMode),
    status: choice("EtlStatus", EtlStatus),
    trigger: choice("EtlTrigger", EtlTrigger),
    requestedBy: text(),
    requestedAt: instant(),
    startedAt: instant({ nullable: true }),
    finishedAt: instant({ nullable: true }),
    rowsRead: integer(),
    rowsLoaded: integer(),
    rowsRejected: integer(),
    error: text({ nullable: true }),
  },
});
