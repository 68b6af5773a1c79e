import { c, defineTable } from "../define.ts";

export const dimProduct = defineTable({
  name: "dim_product",
  role: "dimension",
  grain: "one row per product of a source, as it is now",
  unique: ["product_key"],
  columns: {
    product_key: c.durable(),
    product_id: c.id(),
    source: c.code("the feed that owns the product"),
    external_id: c.code(),
    name: c.text(),
    category: c.text(),
  },
});
