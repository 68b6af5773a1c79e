import { addDays, type Day } from "../../schema/kernel/clock.ts";
import { officeHour, season } from "./calendar.ts";
import type { DemoProduct } from "./catalogue.ts";
import { DEMO_LOSS_REASONS, DEMO_SOURCES } from "./company.ts";
import type { DemoCustomer } from "./customers.ts";
import { demoId } from "./identity.ts";
import { makeMoves, type DemoMove } from "./moves.ts";
import { companyName } from "./names.ts";
import { makePlan } from "./plan.ts";
import type { Random } from "./random.ts";
import type {
  DealRow,
  OpportunityProductRow,
  OpportunityRow,
  PlanItemRow,
  TransitionRow,
} from "./rows.ts";

export interface DemoTime {
  readonly zone: string;
  readonly today: Day;
  readonly now: Date;
  readonly days: number;
}
export interface DemoPipeline {
  readonly opportunities: OpportunityRow[];
  readonly products: OpportunityProductRow[];
  readonly transitions: TransitionRow[];
  readonly planItems: PlanItemRow[];
  readonly deals: DealRow[];
}

/**
 * Days up to yesterday, weighted by season and steady growth, so that each month looks like a month of business.
 * Today is left to the users: its numbers are drawn from the database.
 */
function dayChoices(time: DemoTime): (readonly [Day, number])[] {
  return Array.from({ length: time.days }, (_, index) => {
    const day = addDays(time.today, index - time.days);
    return [day, season(day) * (1 + (0.9 * index) / time.days)] as const;
  });
}

/** Opportunities from first contact to deal, over the whole history of the company. */
export function makePipeline(
  random: Random,
  customers: readonly DemoCustomer[],
  products: readonly DemoProduct[],
  currency: string,
  count: number,
  time: DemoTime,
): DemoPipeline {
  const pipeline: DemoPipeline = {
    opportunities: [],
    products: [],
    transitions: [],
    planItems: [],
    deals: [],
  };
  const days = dayChoices(time);
  const created = Array.from({ length: count }, () => random.weighted(days)).toSorted();
  const byAge = customers.toSorted((left, right) => (left.createdOn < right.createdOn ? -1 : 1));
  const perDay = new Map<Day, number>();
  for (const day of created) {
    const sequence = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, sequence);
    addOpportunity(random, pipeline, { day, sequence, byAge, products, currency, time });
  }
  return pipeline;
}

interface Place {
  readonly day: Day;
  readonly sequence: number;
  readonly byAge: readonly DemoCustomer[];
  readonly products: readonly DemoProduct[];
  readonly currency: string;
  readonly time: DemoTime;
}

function customerFor(random: Random, byAge: readonly DemoCustomer[], day: Day): DemoCustomer {
  const known = byAge.findLastIndex((customer) => customer.createdOn <= day);
  const pool = known < 20 ? byAge.slice(0, 40) : byAge.slice(0, known + 1);
  return random.weighted(
    Array.from({ length: 4 }, () => random.pick(pool)).map(
      (customer) => [customer, customer.row.tier] as const,
    ),
  );
}

function addOpportunity(random: Random, pipeline: DemoPipeline, place: Place): void {
  const { time, currency, day } = place;
  const customer = customerFor(random, place.byAge, day);
  const { seller } = customer;
  const product = random.weighted(
    place.products.map((item) => [item, item.category.weight / item.category.models.length]),
  );
  const quantity = Math.max(
    1,
    Math.round(random.around(24_000 * customer.row.tier ** 0.6, 0.7) / product.price),
  );
  const amount = quantity * product.price;
  const [source, , lift] = random.weighted(DEMO_SOURCES.map((entry) => [entry, entry[1]] as const));
  const odds = seller.skill * lift * (0.9 + customer.row.tier * 0.06);
  const createdAt = officeHour(random, time.zone, day);
  const moves = makeMoves(random, {
    createdAt,
    now: time.now,
    zone: time.zone,
    winProbability: odds / (odds + 0.75),
    cycleDays: product.category.cycleDays * seller.pace,
  });
  const last = moves.at(-1);
  if (!last || createdAt > time.now) return;

  const status = last.to;
  const at = (wanted: DemoMove["to"]): Date | undefined =>
    moves.find((move) => move.to === wanted)?.at;
  const closedAt = status === "WON" || status === "LOST" ? last.at : undefined;
  const closedAmount = status === "WON" ? amount * (0.86 + random.next() * 0.16) : undefined;
  const prospect = status !== "WON" && random.chance(0.12);
  const id = demoId(random, createdAt);
  const assigned = at("ASSIGNED");
  const developed = at("DEVELOPING");
  const rate = {
    UNASSIGNED: 10,
    ASSIGNED: 25,
    DEVELOPING: random.between(4, 8) * 10,
    WON: 100,
    LOST: 0,
  }[status];
  const money = (value: number): string => `${value.toFixed(2)}00`;

  pipeline.opportunities.push({
    id,
    number: `XS${day.replaceAll("-", "")}${String(place.sequence).padStart(4, "0")}`,
    title: `${product.row.name} × ${quantity}`,
    source,
    customer_id: prospect ? null : customer.row.id,
    customer_name: prospect
      ? companyName(random, customer.row.region, customer.row.industry).name
      : null,
    contact_name: null,
    success_rate: rate,
    description: `${customer.row.industry}，意向 ${product.row.category}`,
    strategy: developed ? `以 ${product.row.model} 试用切入，争取年度框架` : null,
    estimated_amount: money(amount),
    currency,
    expected_close_on: addDays(day, Math.round(product.category.cycleDays * (1 + random.next()))),
    assignee_id: assigned ? seller.user.id : null,
    assigned_at: assigned?.toISOString() ?? null,
    status,
    furthest_status:
      closedAt && !developed ? "ASSIGNED" : status === "LOST" ? "DEVELOPING" : status,
    status_since: last.at.toISOString(),
    first_developed_at: developed?.toISOString() ?? null,
    closed_at: closedAt?.toISOString() ?? null,
    closed_amount: closedAmount === undefined ? null : money(closedAmount),
    loss_reason: status === "LOST" ? lossReason(random, customer) : null,
    result_customer_id: status === "WON" ? customer.row.id : null,
    created_by_id: seller.supervisor.id,
    created_at: createdAt.toISOString(),
  });
  pipeline.products.push({
    opportunity_id: id,
    product_id: product.row.id,
    line_no: 1,
    quantity: quantity.toFixed(4),
    unit_price: product.price.toFixed(4),
    currency,
  });
  moves.forEach((move, index) => {
    const actor =
      move.to === "UNASSIGNED" || move.to === "ASSIGNED" ? seller.supervisor : seller.user;
    pipeline.transitions.push({
      opportunity_id: id,
      seq: index + 1,
      from_status: moves[index - 1]?.to ?? null,
      to_status: move.to,
      direction: move.direction,
      at: move.at.toISOString(),
      by_user_id: actor.id,
      by_principal: `user:${actor.login}`,
      success_rate: move.to === status ? rate : 25,
      amount: money(move.to === "WON" && closedAmount !== undefined ? closedAmount : amount),
      currency,
    });
  });
  if (developed) {
    pipeline.planItems.push(
      ...makePlan(random, { id, seller, from: developed, to: closedAt, time }),
    );
  }
  if (closedAt && closedAmount !== undefined) {
    pipeline.deals.push({
      opportunity_id: id,
      customer_id: customer.row.id,
      amount: money(closedAmount),
      currency,
      closed_at: closedAt.toISOString(),
    });
  }
}

/** Larger customers leave for a competitor, smaller ones for the price. */
const lossReason = (random: Random, customer: DemoCustomer): string =>
  random.weighted(
    DEMO_LOSS_REASONS.map(([code, weight]) => [
      code,
      code === "PRICE" && customer.row.tier < 3 ? weight * 1.6 : weight,
    ]),
  );
