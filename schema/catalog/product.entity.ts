import { defineEntity, p } from "@mikro-orm/core";
import { currency, id, instant, money, requiredText, text, xid8 } from "../columns.ts";

/** Mirror of a product of another system. Only imports and feeds write it. */
export const ProductSchema = defineEntity({
  name: "Product",
  tableName: "product",
  properties: {
    id: id(),
    source: requiredText("source", 64),
    externalId: requiredText("external_id", 200),
    name: requiredText("name", 300),
    model: text(200).nullable(),
    category: text(200).nullable(),
    unit: text(50).nullable(),
    price: money("price").nullable(),
    currency: currency().nullable(),
    memo: text(2000).nullable(),
    sourceUpdatedAt: instant("source_updated_at").nullable(),
    fetchedAt: instant("fetched_at").defaultRaw("now()"),
    batchId: p.uuid().nullable(),
    deletedAtSource: p.boolean().default(false),
    xid8: xid8().index(),
  },
  uniques: [{ properties: ["source", "externalId"] }],
  indexes: [{ properties: ["name", "id"] }],
});
export class Product extends ProductSchema.class {}
ProductSchema.setClass(Product);
