import { expect } from "vitest";
import type { TestWarehouse } from "../../../support/own-warehouse.ts";

/** What a version of a member is called where two warehouses are compared: its source id and beginning. */
const version = (dimension: "user" | "customer", key: string): string =>
  `(select coalesce(d.${dimension}_id::varchar, d.${dimension}_key::varchar) || ' ' || d.valid_from
    from dim_${dimension} d where d.${dimension}_key = f.${key}_key)`;
const member = (dimension: "user" | "customer", key: string): string =>
  `(select coalesce(any_value(d.${dimension}_id)::varchar, min(d.${dimension}_key)::varchar)
    from dim_${dimension} d where d.${dimension}_durable_key = f.${key}_durable_key)`;
const code = (dimension: string, key: string): string =>
  `(select coalesce(d.code, d.${dimension}_key::varchar) from dim_${dimension} d where d.${dimension}_key = f.${key})`;

/** Everything that the warehouse holds, with source ids instead of its own numbers. */
const PICTURES: Readonly<Record<string, string>> = {
  users: `select * exclude (user_key, user_durable_key) from dim_user`,
  customers: `select f.* exclude (customer_key, customer_durable_key, account_manager_durable_key),
    (select any_value(d.user_id) from dim_user d where d.user_durable_key = f.account_manager_durable_key) as manager
    from dim_customer f`,
  departments: "select * exclude (department_key) from dim_department",
  products: "select * exclude (product_key) from dim_product",
  sources: "select * exclude (opportunity_source_key) from dim_opportunity_source",
  reasons: "select * exclude (loss_reason_key) from dim_loss_reason",
  statuses: "select * from dim_opportunity_status",
  days: "select * from dim_date",
  opportunities: `select f.* exclude (owner_key, owner_durable_key, creator_key, creator_durable_key,
      customer_key, customer_durable_key, source_key, loss_reason_key),
    ${version("user", "owner")} as owner_version, ${member("user", "owner")} as owner,
    ${version("user", "creator")} as creator_version, ${member("user", "creator")} as creator,
    ${version("customer", "customer")} as customer_version, ${member("customer", "customer")} as customer,
    ${code("opportunity_source", "source_key")} as source, ${code("loss_reason", "loss_reason_key")} as reason
    from fact_opportunity f`,
  transitions: `select f.* exclude (actor_key, actor_durable_key, owner_key, owner_durable_key,
      customer_key, customer_durable_key, source_key),
    ${version("user", "actor")} as actor_version, ${member("user", "actor")} as actor,
    ${version("user", "owner")} as owner_version, ${member("user", "owner")} as owner,
    ${version("customer", "customer")} as customer_version, ${member("customer", "customer")} as customer,
    ${code("opportunity_source", "source_key")} as source
    from fact_opportunity_transition f`,
};

export type Picture = Readonly<Record<string, readonly string[]>>;

/** The rows of every table as text, in a stable order, so that two warehouses can be compared both ways. */
export async function pictureOf(warehouse: TestWarehouse): Promise<Picture> {
  const picture: Record<string, string[]> = {};
  for (const [name, sql] of Object.entries(PICTURES)) {
    const rows = await warehouse.rows(`select to_json(x)::varchar from (${sql}) x order by 1`);
    picture[name] = rows.map(([row]) => String(row));
  }
  return picture;
}

/** The warehouse as its increments have made it equals one built from nothing. */
export async function expectEqualRebuild(warehouse: TestWarehouse): Promise<void> {
  const incremental = await pictureOf(warehouse);
  await warehouse.load("FULL");
  expect(incremental).toEqual(await pictureOf(warehouse));
}
