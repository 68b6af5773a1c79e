import type { ApiKeyFilter, ApiKeyOrderField } from "../../../gql/graphql.ts";
import { readOrder, writeOrder, type Order } from "../../../lib/list-view.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";

const ORDER_FIELDS = ["NAME", "CREATED_AT", "LAST_USED_AT", "EXPIRES_AT"] as const;
const PLAIN_ORDER = { field: "NAME", direction: "ASC" } as const;

export interface ApiKeysView {
  readonly search: string;
  readonly withRevoked: boolean;
  readonly order: Order<ApiKeyOrderField>;
}

export const API_KEYS_VIEW: ViewCodec<ApiKeysView> = {
  read: (params, unread) => ({
    search: params.get("search") ?? "",
    withRevoked: params.get("revoked") === "1",
    order: readOrder<ApiKeyOrderField>(params.get("order"), ORDER_FIELDS, PLAIN_ORDER, unread),
  }),
  write: ({ search, withRevoked, order }) => ({
    search,
    revoked: withRevoked ? "1" : "",
    order: writeOrder(order, PLAIN_ORDER),
  }),
};

export function apiKeyFilter({ search, withRevoked }: ApiKeysView): ApiKeyFilter {
  return {
    ...(search ? { name: { contains: search } } : {}),
    ...(withRevoked ? {} : { revokedAt: { isNull: true } }),
  };
}
