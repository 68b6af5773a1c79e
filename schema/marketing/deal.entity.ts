import { defineEntity, p } from "@mikro-orm/core";
import { currency, id, instant, money, xid8 } from "../columns.ts";
import { CustomerSchema } from "../customers/customer.entity.ts";
import { OpportunitySchema } from "./opportunity.entity.ts";

/** A line of a deal as it was sold; money and quantity are decimals as text. */
export interface DealLine {
  readonly productId: string;
  readonly name: string;
  readonly quantity: string;
  readonly unitPrice: string | null;
  readonly currency: string;
}

/** 成交记录: what a won opportunity brought, kept as sold. */
export const DealSchema = defineEntity({
  name: "Deal",
  tableName: "deal",
  properties: {
    id: id(),
    opportunity: () => p.oneToOne(OpportunitySchema).owner().unique(),
    customer: () => p.manyToOne(CustomerSchema).index(),
    amount: money("amount"),
    currency: currency(),
    closedAt: instant("closed_at"),
    products: p.json<readonly DealLine[]>().defaultRaw("'[]'"),
    xid8: xid8().index(),
  },
  checks: [{ name: "deal_products_check", expression: "jsonb_typeof(products) = 'array'" }],
});
export class Deal extends DealSchema.class {}
DealSchema.setClass(Deal);
