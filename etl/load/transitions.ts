import { factOpportunityTransition } from "../../warehouse/tables/fact-opportunity-transition.ts";
import type { LoadStep } from "./load-step.ts";
import { validAt } from "./members-of-facts.ts";
import { dayKey, daysBetween, insertSql } from "./sql.ts";
import { deletedIds } from "./tombstones.ts";

/** Days within which an entry into a stage has to move on to count as converted. */
export const CONVERSION_DAYS = 90;

/** What a move is by itself; the rest of its fact follows from its neighbours and its opportunity. */
const STAGED_MOVES = `
  select t.id as transition_id, t.opportunity_id, t.seq,
         coalesce(source.opportunity_status_key, -2) as from_status_key,
         coalesce(target.opportunity_status_key, -1) as to_status_key,
         t.direction, t.at as occurred_at, coalesce(u.user_durable_key, -1) as actor_durable_key,
         t.success_rate, t.amount, t.currency
  from stg_crm__opportunity_transition t
  left join dim_opportunity_status source on source.code = t.from_status
  left join dim_opportunity_status target on target.code = t.to_status
  left join dim_user u on u.user_id = t.by_user_id and u.is_current`;

/** Loaded moves of touched opportunities that the window brings neither anew nor as deleted. */
const KEPT_MOVES = `
  select f.transition_id, f.opportunity_id, f.seq, f.from_status_key, f.to_status_key, f.direction,
         f.occurred_at, f.actor_durable_key, f.success_rate, f.amount, f.currency
  from fact_opportunity_transition f
  where f.opportunity_id in (select id from touched_opportunity)
    and f.opportunity_id not in (${deletedIds("opportunity")})
    and f.transition_id not in (
      select id from stg_crm__opportunity_transition union all ${deletedIds("opportunity_transition")})`;

/** Opportunities of which the window says anything; a first load touches all and repairs none. */
const TOUCHED_OPPORTUNITIES = `
  select distinct id from (
    select id from stg_crm__opportunity
    union all select opportunity_id from stg_crm__opportunity_transition
    union all ${deletedIds("opportunity")}
    union all select opportunity_id from fact_opportunity_transition
      where transition_id in (${deletedIds("opportunity_transition")}))`;

const NEXT_FORWARD = `min(case when m.direction = 'FORWARD' or m.to_status_key = won.opportunity_status_key
  then m.occurred_at end) over (moves rows between 1 following and unbounded following)`;

/**
 * All moves of every touched opportunity are derived again: a move that arrives late changes its
 * neighbours, and a reassignment changes the present owner on moves of long ago.
 */
export const loadTransitions: LoadStep = {
  name: "transitions",
  async run({ writer, timeZone, first }) {
    await writer.run(`create or replace temp table touched_opportunity as
      ${TOUCHED_OPPORTUNITIES} ${first ? "limit 0" : ""}`);
    await writer.run(`create or replace temp table kept_move as ${KEPT_MOVES}`);
    if (!first) {
      await writer.run(`delete from fact_opportunity_transition
        where opportunity_id in (select id from touched_opportunity)`);
    }
    return writer.run(
      insertSql(
        factOpportunityTransition,
        {
          transition_id: "m.transition_id",
          opportunity_id: "m.opportunity_id",
          seq: "m.seq",
          from_status_key: "m.from_status_key",
          to_status_key: "m.to_status_key",
          direction: "m.direction",
          occurred_at: "m.occurred_at",
          occurred_date_key: dayKey("m.occurred_at", timeZone),
          actor_key: "coalesce(actor.user_key, -1)",
          actor_durable_key: "m.actor_durable_key",
          owner_key: "coalesce(owner.user_key, -1)",
          owner_durable_key: "coalesce(o.owner_durable_key, -1)",
          customer_key: "coalesce(customer.customer_key, -1)",
          customer_durable_key: "coalesce(o.customer_durable_key, -1)",
          source_key: "coalesce(o.source_key, -1)",
          success_rate: "m.success_rate",
          amount: "m.amount",
          // Amounts of two currencies have no difference.
          amount_change: `case when m.currency = lag(m.currency) over moves
            then coalesce(m.amount, 0) - coalesce(lag(m.amount) over moves, 0) end`,
          currency: "m.currency",
          days_in_stage: daysBetween("lag(m.occurred_at) over moves", "m.occurred_at"),
          // In microseconds: adding an interval to an instant asks the calendar row by row.
          is_converted: `coalesce(epoch_us(${NEXT_FORWARD}) - epoch_us(m.occurred_at) <= ${CONVERSION_DAYS * 86_400_000_000}, false)`,
        },
        `from (${STAGED_MOVES} union all from kept_move) m
        join dim_opportunity_status won on won.code = 'WON'
        left join fact_opportunity o on o.opportunity_id = m.opportunity_id
        left join dim_user actor
          on actor.user_durable_key = m.actor_durable_key and ${validAt("actor", "m.occurred_at")}
        left join dim_user owner
          on owner.user_durable_key = o.owner_durable_key and ${validAt("owner", "m.occurred_at")}
        left join dim_customer customer
          on customer.customer_durable_key = o.customer_durable_key and ${validAt("customer", "m.occurred_at")}
        window moves as (partition by m.opportunity_id order by m.seq)`,
      ),
    );
  },
};
