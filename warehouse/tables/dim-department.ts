import { c, defineTable } from "../define.ts";

/** Figures always go by today's tree: a moved department takes its past along, as its manager expects. */
export const dimDepartment = defineTable({
  name: "dim_department",
  role: "dimension",
  grain: "one row per department of today's tree",
  unique: ["department_key"],
  columns: {
    department_key: c.durable(),
    department_id: c.id(),
    code: c.code(),
    name: c.text(),
    parent_id: c.id("null at the root"),
    low: c.integer("pre-order number; the subtree of d is every x with d.low <= x.low <= d.high"),
    high: c.integer("the greatest low of the subtree"),
    depth: c.integer("0 at the root"),
  },
});
