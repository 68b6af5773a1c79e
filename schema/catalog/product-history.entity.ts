import { defineEntity, p } from "@mikro-orm/core";
import { historyKeys } from "../history.ts";

/** Versions of a mirrored product, written by trigger. */
export const ProductHistorySchema = defineEntity({
  name: "ProductHistory",
  tableName: "product_history",
  properties: {
    ...historyKeys(),
    source: p.text(),
    externalId: p.text(),
    name: p.text(),
    model: p.text().nullable(),
    category: p.text().nullable(),
    unit: p.text().nullable(),
    price: p.decimal("string").precision(19).scale(4).nullable(),
    currency: p.text().nullable(),
    deletedAtSource: p.boolean(),
  },
  uniques: [{ properties: ["id", "validFrom"] }],
});
export class ProductHistory extends ProductHistorySchema.class {}
ProductHistorySchema.setClass(ProductHistory);
