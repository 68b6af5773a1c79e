import { c, defineTable } from "../define.ts";

/** Append-only events. Owner and customer are those of the opportunity, at present and (version) at the move. */
export const factOpportunityTransition = defineTable({
  name: "fact_opportunity_transition",
  role: "fact",
  grain: "one row per move of an opportunity from one status to the next, its creation included",
  unique: ["transition_id"],
  columns: {
    transition_id: c.id(),
    opportunity_id: c.id(),
    seq: c.integer("1, 2, 3 … within the opportunity"),
    from_status_key: c.durable("dim_opportunity_status; −2 for the creation"),
    to_status_key: c.durable("dim_opportunity_status"),
    direction: c.code("FORWARD, BACK, REOPEN or CLOSE"),
    occurred_at: c.instant("named so because `at` is a word of the engine's grammar"),
    occurred_date_key: c.dateKey(),
    actor_key: c.surrogate("dim_user: who moved it; −1 for the system"),
    actor_durable_key: c.durable(),
    owner_key: c.surrogate("dim_user: the opportunity's owner, in the version of that moment"),
    owner_durable_key: c.durable("the opportunity's present owner; carries the row scope"),
    customer_key: c.surrogate("dim_customer"),
    customer_durable_key: c.durable(),
    source_key: c.durable("dim_opportunity_source"),
    success_rate: c.integer("at that moment, 0 to 100"),
    amount: c.money("estimated amount at that moment"),
    amount_change: c.money("amount − amount at the previous move; null at the creation"),
    currency: c.code("ISO 4217"),
    days_in_stage: c.days("since the previous move; null at the creation"),
    is_converted: c.flag(
      "this entry into to_status was followed within 90 days by a FORWARD move or by WON",
    ),
  },
});
