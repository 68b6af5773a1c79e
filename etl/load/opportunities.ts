import { factOpportunity } from "../../warehouse/tables/fact-opportunity.ts";
import type { LoadStep } from "./load-step.ts";
import { validAt } from "./members-of-facts.ts";
import { dateKey, dayKey, daysBetween, insertSql, PRESENT } from "./sql.ts";
import { deletedIds } from "./tombstones.ts";

/** An open opportunity is attributed to the versions of now, a closed one to those of its closing. */
const INSTANT = `coalesce(o.closed_at, ${PRESENT})`;

/** A prospect has no customer until the deal makes one. */
const CUSTOMER = "coalesce(o.customer_id, o.result_customer_id)";

/**
 * Half up at four places, in decimals: a double would round some halves down. Amounts below 10^8 fit
 * into 64-bit decimals at every step; 128-bit ones are rounded a hundred times more slowly.
 */
const WEIGHTED = `case when abs(o.estimated_amount) < 100000000
  then cast(o.estimated_amount::decimal(12, 4) * o.success_rate::decimal(3, 0) * 0.01 as decimal(18, 4))
  else cast(o.estimated_amount::decimal(22, 4) * o.success_rate::decimal(3, 0) * 0.01 as decimal(18, 4))
end`;

/** Changed opportunities are replaced; deleted ones go. */
export const loadOpportunities: LoadStep = {
  name: "opportunities",
  async run({ writer, timeZone, first }) {
    if (!first) {
      await writer.run(`delete from fact_opportunity where opportunity_id in (
        select id from stg_crm__opportunity union all ${deletedIds("opportunity")})`);
    }
    return writer.run(
      insertSql(
        factOpportunity,
        {
          opportunity_id: "o.id",
          number: "o.number",
          title: "o.title",
          status_key: "coalesce(status.opportunity_status_key, -1)",
          source_key: "coalesce(source.entry_key, -1)",
          loss_reason_key:
            "case when o.status = 'LOST' then coalesce(reason.entry_key, -1) else -2 end",
          owner_key: "coalesce(owner.user_key, -1)",
          owner_durable_key: "coalesce(owner.user_durable_key, -1)",
          creator_key: "coalesce(creator.user_key, -1)",
          creator_durable_key: "coalesce(creator.user_durable_key, -1)",
          customer_key: "coalesce(customer.customer_key, -1)",
          customer_durable_key: "coalesce(customer.customer_durable_key, -1)",
          created_date_key: dayKey("o.created_at", timeZone),
          closed_date_key: `coalesce(${dayKey("o.closed_at", timeZone)}, -2)`,
          expected_close_date_key: `coalesce(${dateKey("o.expected_close_on")}, -1)`,
          created_at: "o.created_at",
          closed_at: "o.closed_at",
          first_developed_at: "o.first_developed_at",
          is_open: "o.status not in ('WON', 'LOST')",
          is_won: "o.status = 'WON'",
          is_lost: "o.status = 'LOST'",
          was_assigned: "o.furthest_status <> 'UNASSIGNED'",
          was_developed: "o.furthest_status in ('DEVELOPING', 'WON')",
          estimated_amount: "o.estimated_amount",
          closed_amount: "o.closed_amount",
          weighted_amount: WEIGHTED,
          success_rate: "o.success_rate",
          currency: "o.currency",
          cycle_days: daysBetween("coalesce(o.first_developed_at, o.created_at)", "o.closed_at"),
        },
        `from stg_crm__opportunity o
        left join dim_opportunity_status status on status.code = o.status
        left join keep_dictionary_entry source on source.entry_id = o.source_id
        left join keep_dictionary_entry reason on reason.entry_id = o.loss_reason_id
        left join dim_user owner on owner.user_id = o.owner_id and ${validAt("owner", INSTANT)}
        left join dim_user creator on creator.user_id = o.created_by_id and ${validAt("creator", INSTANT)}
        left join dim_customer customer on customer.customer_id = ${CUSTOMER} and ${validAt("customer", INSTANT)}`,
      ),
    );
  },
};
