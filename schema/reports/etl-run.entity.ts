import { defineEntity, p } from "@mikro-orm/core";
import { id, instant, requiredText, text } from "../columns.ts";

/** INCREMENTAL loads what changed, FULL rebuilds the warehouse. */
export const ETL_MODES = ["INCREMENTAL", "FULL"] as const;
export const ETL_STATUSES = ["QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED"] as const;
/** What asked for the run: the timetable, a person, or the start of the server. */
export const ETL_TRIGGERS = ["SCHEDULE", "MANUAL", "START"] as const;

/** One step of a run. */
export interface EtlStep {
  readonly name: string;
  readonly rowsRead?: number;
  readonly rowsLoaded?: number;
  readonly rowsRejected?: number;
  readonly seconds?: number;
  readonly error?: string;
}

/** Source against warehouse for one table: counts and sums as text. */
export interface EtlReconciliation {
  readonly table: string;
  readonly measure: string;
  readonly source: string;
  readonly warehouse: string;
  readonly equal: boolean;
}

/** A load of the warehouse. At most one is queued or running. */
export const EtlRunSchema = defineEntity({
  name: "EtlRun",
  tableName: "etl_run",
  properties: {
    id: id(),
    mode: p.enum(ETL_MODES),
    status: p.enum(ETL_STATUSES).default("QUEUED"),
    trigger: p.enum(ETL_TRIGGERS),
    requestedBy: requiredText("requested_by", 200),
    requestedAt: instant("requested_at").defaultRaw("now()"),
    startedAt: instant("started_at").nullable(),
    finishedAt: instant("finished_at").nullable(),
    /** Window of transactions that was read, `low <= xid8 < high`. */
    lowXid8: text(20).nullable(),
    highXid8: text(20).nullable(),
    rowsRead: p.bigint("string").default("0"),
    rowsLoaded: p.bigint("string").default("0"),
    rowsRejected: p.bigint("string").default("0"),
    steps: p.json<readonly EtlStep[]>().defaultRaw("'[]'"),
    reconciliation: p.json<readonly EtlReconciliation[]>().defaultRaw("'[]'"),
    error: text(4000).nullable(),
    codeVersion: text(100).nullable(),
  },
  indexes: [{ properties: ["requestedAt", "id"] }],
  uniques: [
    {
      name: "etl_run_active_unique",
      expression:
        "create unique index etl_run_active_unique on crm.etl_run ((true)) where status in ('QUEUED', 'RUNNING')",
    },
  ],
});
export class EtlRun extends EtlRunSchema.class {}
EtlRunSchema.setClass(EtlRun);
