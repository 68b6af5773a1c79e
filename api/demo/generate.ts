import { addDays, dayIn, startOfDay } from "../../schema/kernel/clock.ts";
import { makeProducts, makeRegions } from "./catalogue.ts";
import { makeCustomers } from "./customers.ts";
import { makePipeline } from "./opportunities.ts";
import { makeOrganisation } from "./organisation.ts";
import { seeded } from "./random.ts";
import type { DemoRows } from "./rows.ts";

/** What the demo company grows from; the same plan gives the same company. */
export interface DemoPlan {
  readonly seed: number;
  /** The root department and the logins that exist already. */
  readonly root: { readonly id: string; readonly takenLogins: readonly string[] };
  readonly currency: string;
  readonly zone: string;
  readonly now: Date;
  readonly customers: number;
  readonly opportunities: number;
}

const HISTORY_DAYS = 3 * 365;
const OLDEST_CUSTOMER_DAYS = 4 * 365;

/** A believable company with three years of selling behind it, as rows ready to be inserted. */
export function generateDemo(plan: DemoPlan): DemoRows {
  const random = seeded(plan.seed);
  const today = dayIn(plan.zone, plan.now);
  const founded = startOfDay(plan.zone, addDays(today, -OLDEST_CUSTOMER_DAYS - 30));
  const organisation = makeOrganisation(random, plan.root, founded);
  const products = makeProducts(random, plan.currency, founded);
  const { customers, contacts } = makeCustomers(random, organisation.sellers, plan.customers, {
    zone: plan.zone,
    today,
    days: OLDEST_CUSTOMER_DAYS,
  });
  const pipeline = makePipeline(random, customers, products, plan.currency, plan.opportunities, {
    zone: plan.zone,
    today,
    now: plan.now,
    days: HISTORY_DAYS,
  });
  return {
    departments: organisation.departments,
    users: organisation.users,
    userRoles: organisation.userRoles,
    dictionary: makeRegions(),
    products: products.map(({ row }) => row),
    customers: customers.map(({ row }) => row),
    contacts,
    opportunities: pipeline.opportunities,
    opportunityProducts: pipeline.products,
    transitions: pipeline.transitions,
    planItems: pipeline.planItems,
    deals: pipeline.deals,
  };
}
