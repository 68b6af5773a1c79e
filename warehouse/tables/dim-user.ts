import { c, defineTable } from "../define.ts";

export const dimUser = defineTable({
  name: "dim_user",
  role: "dimension",
  grain: "one row per version of a user (type 2, from the history of the source)",
  unique: ["user_key"],
  columns: {
    user_key: c.surrogate("one version"),
    user_durable_key: c.durable(
      "one user; numbered in the order of the department tree, so that the people of a subtree are few ranges",
    ),
    user_id: c.id(),
    login: c.text(),
    display_name: c.text(),
    department_id: c.id("the department of this version"),
    is_active: c.flag(),
    valid_from: c.instant("inclusive"),
    valid_to: c.instant("exclusive; 9999-12-31 while current"),
    is_current: c.flag(),
    is_inferred: c.flag("made by a fact that arrived before its user"),
  },
});
