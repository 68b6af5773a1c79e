import { ascending, defineList } from "../lists/define-list.ts";
import { boolean, decimal, id, instant, text } from "../lists/field.ts";

/** The mirrored products; nothing here changes them. */
export const products = defineList({
  name: "Product",
  caption: { zh: "产品", en: "Product" },
  resource: "product",
  table: "product",
  fields: {
    id: id(),
    source: text(),
    externalId: text(),
    name: text(),
    model: text({ nullable: true }),
    category: text({ nullable: true }),
    unit: text({ nullable: true }),
    price: decimal({ nullable: true }),
    currency: text({ nullable: true }),
    memo: text({ nullable: true }),
    sourceUpdatedAt: instant({ nullable: true }),
    fetchedAt: instant(),
    deletedAtSource: boolean(),
  },
  defaultOrder: ascending("name"),
});
