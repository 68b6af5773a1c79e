import { c, defineTable } from "../define.ts";

/** Written in the transaction that loads the rows it speaks of. */
export const etlWatermark = defineTable({
  name: "etl_watermark",
  role: "bookkeeping",
  grain: "one row per source: how far the warehouse has read it",
  unique: ["source"],
  columns: {
    source: c.code("crm"),
    identity: c.text("which database this is; another one forces a rebuild"),
    xid8: c.xid8("everything below is loaded"),
    run_id: c.id(),
    loaded_at: c.instant(),
    source_max_time: c.instant("the source's clock when the window was taken"),
    declarations_hash: c.text("the table declarations that the file was built for"),
  },
});
