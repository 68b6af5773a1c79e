import { c, defineTable } from "../define.ts";

export const dimCustomer = defineTable({
  name: "dim_customer",
  role: "dimension",
  grain: "one row per version of a customer (type 2, from the history of the source)",
  unique: ["customer_key"],
  columns: {
    customer_key: c.surrogate("one version"),
    customer_durable_key: c.durable("one customer across its versions"),
    customer_id: c.id(),
    number: c.code(),
    name: c.text(),
    region: c.code("the whole path, A / B / C"),
    // Prefixes of the path rather than its pieces: two regions may each have a district of one name,
    // and a level's key has to say by itself which member it is.
    region1: c.code("the path cut after its first piece: A"),
    region2: c.code("A / B; null where the path is shorter"),
    region3: c.code("A / B / C, deeper pieces included; null where the path is shorter"),
    tier: c.integer("1 to 5"),
    industry: c.code("plain text"),
    credit: c.integer("1 to 5"),
    satisfaction: c.integer("1 to 5"),
    status: c.code("ACTIVE, LOST or DELETED"),
    account_manager_id: c.id(),
    account_manager_durable_key: c.durable("dim_user.user_durable_key; −1 without one"),
    valid_from: c.instant("inclusive"),
    valid_to: c.instant("exclusive; 9999-12-31 while current"),
    is_current: c.flag(),
    is_inferred: c.flag("made by a fact that arrived before its customer"),
  },
});
