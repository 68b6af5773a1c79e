import { c, defineTable } from "../define.ts";

/** The small dimensions of one code each share one shape, so that one declaration serves them all. */
export const dimOpportunitySource = defineTable({
  name: "dim_opportunity_source",
  role: "dimension",
  grain: "one row per entry of the dictionary opportunitySource",
  unique: ["opportunity_source_key"],
  columns: {
    opportunity_source_key: c.durable(),
    code: c.code(),
    caption_zh: c.text(),
    caption_en: c.text(),
    sort_order: c.integer(),
  },
});

export const dimOpportunityStatus = defineTable({
  name: "dim_opportunity_status",
  role: "dimension",
  grain: "one row per status of an opportunity",
  unique: ["opportunity_status_key"],
  columns: {
    opportunity_status_key: c.durable(),
    code: c.code("UNASSIGNED, ASSIGNED, DEVELOPING, WON or LOST"),
    caption_zh: c.text(),
    caption_en: c.text(),
    sort_order: c.integer(),
  },
});

export const dimLossReason = defineTable({
  name: "dim_loss_reason",
  role: "dimension",
  grain: "one row per entry of the dictionary lossReason",
  unique: ["loss_reason_key"],
  columns: {
    loss_reason_key: c.durable(),
    code: c.code(),
    caption_zh: c.text(),
    caption_en: c.text(),
    sort_order: c.integer(),
  },
});
