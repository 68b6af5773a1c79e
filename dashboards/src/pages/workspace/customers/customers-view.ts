import type { CustomerFilter, CustomerOrderField, CustomerStatus } from "../../../gql/graphql.ts";
import { readChoices, readOrder, writeOrder, type Order } from "../../../lib/list-view.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";

export const TIERS = ["5", "4", "3", "2", "1"] as const;
export type Tier = (typeof TIERS)[number];
export const CUSTOMER_STATUSES = ["ACTIVE", "LOST", "DELETED"] as const satisfies CustomerStatus[];

const ORDER_FIELDS = ["NAME", "NUMBER", "REGION", "TIER", "INDUSTRY"] as const;
const PLAIN_ORDER = { field: "NAME", direction: "ASC" } as const;

export interface CustomersView {
  readonly search: string;
  readonly tiers: readonly Tier[];
  readonly statuses: readonly CustomerStatus[];
  readonly order: Order<CustomerOrderField>;
}

export const CUSTOMERS_VIEW: ViewCodec<CustomersView> = {
  read: (params, unread) => ({
    search: params.get("search") ?? "",
    tiers: readChoices(params.get("tier"), TIERS, unread),
    statuses: readChoices(params.get("status"), CUSTOMER_STATUSES, unread),
    order: readOrder<CustomerOrderField>(params.get("order"), ORDER_FIELDS, PLAIN_ORDER, unread),
  }),
  write: ({ search, tiers, statuses, order }) => ({
    search,
    tier: tiers.join(","),
    status: statuses.join(","),
    order: writeOrder(order, PLAIN_ORDER),
  }),
};

export function customerFilter({ search, tiers, statuses }: CustomersView): CustomerFilter {
  return {
    ...(search ? { name: { contains: search } } : {}),
    ...(tiers.length > 0 ? { tier: { in: tiers.map(Number) } } : {}),
    ...(statuses.length > 0 ? { status: { in: [...statuses] } } : {}),
  };
}
