import { createHash } from "node:crypto";
import { declarationsHash } from "../warehouse/ddl.ts";
import type { Writer } from "../warehouse/engine/engine.ts";
import { TABLES } from "../warehouse/tables.ts";
import { etlWatermark } from "../warehouse/tables/etl-watermark.ts";
import { sourcesHash } from "./extract/sources.ts";
import { calendarHash } from "./load/calendar.ts";
import { KEEP_TABLES } from "./load/keep-tables.ts";
import { insertSql } from "./load/sql.ts";
import { CONVERSION_DAYS } from "./load/transitions.ts";

/** The name of the operational database among the sources. */
export const SOURCE = "crm";

/** Raise it when the meaning of loaded rows changes without a change of any declaration. */
const LOADING_RULES = 1;

export interface Watermark {
  readonly identity: string;
  readonly declarationsHash: string;
  /** Every transaction below it is loaded. */
  readonly xid8: bigint;
  readonly runId: string;
  /** ISO 8601. */
  readonly loadedAt: string;
  /** All that was committed before this moment of the source is loaded; ISO 8601. */
  readonly sourceMaxTime: string | undefined;
}

/** What the rows of a warehouse were made by: rows made by something else cannot be continued. */
export const rulesHash = (rules: {
  readonly timeZone: string;
  readonly fiscalStart: number;
}): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        LOADING_RULES,
        declarationsHash([...TABLES, ...KEEP_TABLES]),
        sourcesHash(),
        calendarHash(),
        rules.timeZone,
        rules.fiscalStart,
        CONVERSION_DAYS,
      ]),
    )
    .digest("hex")
    .slice(0, 32);

/** How far the file was loaded; undefined in an empty one and in one of an unknown shape. */
export async function readWatermark(writer: Writer): Promise<Watermark | undefined> {
  const [table] = await writer.rows(
    "select table_name from duckdb_tables() where table_name = $1 and not temporary",
    [etlWatermark.name],
  );
  if (!table) return undefined;
  // By * rather than by name: the file may be older than the present declaration.
  const [row] = await writer.rows(`select * from ${etlWatermark.name} where source = $1`, [SOURCE]);
  const text = (column: string): string | undefined => {
    const value = row?.[column];
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  };
  const [identity, hash, xid8] = [text("identity"), text("declarations_hash"), text("xid8")];
  if (identity === undefined || hash === undefined || xid8 === undefined) return undefined;
  return {
    identity,
    declarationsHash: hash,
    xid8: BigInt(xid8),
    runId: text("run_id") ?? "",
    loadedAt: text("loaded_at") ?? "",
    sourceMaxTime: text("source_max_time"),
  };
}

/** Part of the transaction that loads the rows it speaks of: both are there, or neither. */
export async function publish(writer: Writer, watermark: Watermark): Promise<void> {
  await writer.run(`delete from ${etlWatermark.name} where source = $1`, [SOURCE]);
  await writer.run(
    insertSql(
      etlWatermark,
      {
        source: "$1",
        identity: "$2",
        xid8: "$3::ubigint",
        run_id: "$4::uuid",
        loaded_at: "$5::timestamptz",
        source_max_time: "$6::timestamptz",
        declarations_hash: "$7",
      },
      "",
    ),
    [
      SOURCE,
      watermark.identity,
      String(watermark.xid8),
      watermark.runId,
      watermark.loadedAt,
      watermark.sourceMaxTime ?? null,
      watermark.declarationsHash,
    ],
  );
}
