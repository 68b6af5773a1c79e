import { defineEntity, p } from "@mikro-orm/core";
import { ProductSchema } from "../catalog/product.entity.ts";
import { currency, id, money, xid8 } from "../columns.ts";
import { OpportunitySchema } from "./opportunity.entity.ts";

/** One product of an opportunity: quantity and unit price as offered. */
export const OpportunityProductSchema = defineEntity({
  name: "OpportunityProduct",
  tableName: "opportunity_product",
  properties: {
    id: id(),
    opportunity: () => p.manyToOne(OpportunitySchema).deleteRule("cascade"),
    lineNo: p.integer().check("line_no > 0"),
    product: () => p.manyToOne(ProductSchema).index(),
    quantity: p
      .decimal("string")
      .precision(18)
      .scale(4)
      .check("quantity > 0 and quantity < 10000000000"),
    unitPrice: money("unit_price").nullable(),
    currency: currency(),
    xid8: xid8().index(),
  },
  uniques: [{ properties: ["opportunity", "lineNo"] }],
});
export class OpportunityProduct extends OpportunityProductSchema.class {}
OpportunityProductSchema.setClass(OpportunityProduct);
