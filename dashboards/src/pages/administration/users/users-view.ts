import type { UserFilter, UserOrderField } from "../../../gql/graphql.ts";
import { readChoices, readOrder, writeOrder, type Order } from "../../../lib/list-view.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";

export const USER_STATUSES = ["active", "inactive"] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

const ORDER_FIELDS = ["DISPLAY_NAME", "LOGIN"] as const satisfies UserOrderField[];
const PLAIN_ORDER = { field: "DISPLAY_NAME", direction: "ASC" } as const;

export interface UsersView {
  readonly search: string;
  readonly department: string | undefined;
  /** Codes of roles, any of which is held. */
  readonly roles: readonly string[];
  readonly statuses: readonly UserStatus[];
  readonly order: Order<UserOrderField>;
}

export const USERS_VIEW: ViewCodec<UsersView> = {
  read: (params, unread) => ({
    search: params.get("search") ?? "",
    department: params.get("department") ?? undefined,
    roles: (params.get("role") ?? "").split(",").filter(Boolean),
    statuses: readChoices(params.get("status"), USER_STATUSES, unread),
    order: readOrder<UserOrderField>(params.get("order"), ORDER_FIELDS, PLAIN_ORDER, unread),
  }),
  write: ({ search, department, roles, statuses, order }) => ({
    search,
    department,
    role: roles.join(","),
    status: statuses.join(","),
    order: writeOrder(order, PLAIN_ORDER),
  }),
};

export function userFilter({ search, department, roles, statuses }: UsersView): UserFilter {
  const all: UserFilter[] = [
    ...(search
      ? [{ or: [{ displayName: { contains: search } }, { login: { contains: search } }] }]
      : []),
    ...(roles.length > 0 ? [{ or: roles.map((role) => ({ roles: { contains: role } })) }] : []),
  ];
  return {
    ...(department ? { departmentId: { eq: department } } : {}),
    ...(statuses.length === 1 ? { active: { eq: statuses[0] === "active" } } : {}),
    ...(all.length > 0 ? { and: all } : {}),
  };
}
