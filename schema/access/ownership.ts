import type { Resource } from "./permissions.ts";

/**
 * How a row of a resource finds the user who owns it. Row-level security, the filters of lists and the
 * differential tests all derive from this table.
 */
export type Ownership =
  /** A column of the row names the owner. */
  | { readonly kind: "column"; readonly table: string; readonly column: string }
  /** The row belongs to a parent; it is seen where the parent is, and by the parent's owner. */
  | {
      readonly kind: "parent";
      readonly table: string;
      readonly column: string;
      readonly parent: Resource;
    }
  /** Rows have no owner: a scope other than NONE opens all of them. */
  | { readonly kind: "open"; readonly table: string };

export const OWNERSHIP = {
  customer: { kind: "column", table: "customer", column: "account_manager_id" },
  contact: { kind: "parent", table: "contact", column: "customer_id", parent: "customer" },
  opportunity: { kind: "column", table: "opportunity", column: "owner_id" },
  product: { kind: "open", table: "product" },
  dictionary: { kind: "open", table: "dictionary_entry" },
  user: { kind: "open", table: "app_user" },
  department: { kind: "open", table: "department" },
  role: { kind: "open", table: "role" },
  apiKey: { kind: "open", table: "api_key" },
  audit: { kind: "open", table: "audit_entry" },
  breakGlass: { kind: "open", table: "break_glass" },
  etl: { kind: "open", table: "etl_run" },
  settings: { kind: "open", table: "setting" },
} as const satisfies Record<Resource, Ownership>;

/** Tables whose rows are parts of a record and are seen exactly where the record is. */
export const PARTS = {
  customer_external_key: { column: "customer_id", whole: "customer" },
  customer_history: { column: "id", whole: "customer" },
  contact_external_key: { column: "contact_id", whole: "contact" },
  opportunity_external_key: { column: "opportunity_id", whole: "opportunity" },
  opportunity_product: { column: "opportunity_id", whole: "opportunity" },
  opportunity_transition: { column: "opportunity_id", whole: "opportunity" },
  opportunity_revision: { column: "opportunity_id", whole: "opportunity" },
  plan_item: { column: "opportunity_id", whole: "opportunity" },
  deal: { column: "opportunity_id", whole: "opportunity" },
} as const satisfies Record<string, { readonly column: string; readonly whole: Resource }>;
