import { c, defineTable } from "../define.ts";

/**
 * Accumulating snapshot. Durable keys answer "as it is" and carry the row scope; version keys answer
 * "as it was" at the moment of closing, or now while the opportunity is open.
 * A key that is missing is −1; one that cannot exist yet (closed day, loss reason) is −2.
 */
export const factOpportunity = defineTable({
  name: "fact_opportunity",
  role: "fact",
  grain: "one row per opportunity, changed as it moves on",
  unique: ["opportunity_id"],
  columns: {
    opportunity_id: c.id(),
    number: c.code(),
    title: c.text(),
    status_key: c.durable("dim_opportunity_status"),
    source_key: c.durable("dim_opportunity_source"),
    loss_reason_key: c.durable("dim_loss_reason; −2 unless lost"),
    owner_key: c.surrogate("dim_user: the assignee, else the creator"),
    owner_durable_key: c.durable(),
    creator_key: c.surrogate("dim_user"),
    creator_durable_key: c.durable(),
    customer_key: c.surrogate("dim_customer; −1 for a prospect"),
    customer_durable_key: c.durable(),
    created_date_key: c.dateKey(),
    closed_date_key: c.dateKey("−2 while open"),
    expected_close_date_key: c.dateKey("−1 where none is given"),
    created_at: c.instant(),
    closed_at: c.instant("null while open"),
    first_developed_at: c.instant("null if never developed"),
    is_open: c.flag(),
    is_won: c.flag(),
    is_lost: c.flag(),
    was_assigned: c.flag("came at least that far, whatever became of it"),
    was_developed: c.flag("came at least that far, whatever became of it"),
    estimated_amount: c.money("in currency; null where none is given"),
    closed_amount: c.money("in currency; null while open"),
    weighted_amount: c.money("estimated_amount × success_rate / 100, half up at four places"),
    success_rate: c.integer("0 to 100"),
    currency: c.code("ISO 4217"),
    cycle_days: c.days(
      "from first_developed_at, else created_at, to closed_at; fractions count; null while open",
    ),
  },
});
