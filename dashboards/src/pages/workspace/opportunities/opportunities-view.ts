import type {
  OpportunityFilter,
  OpportunityOrderField,
  OpportunityStatus,
} from "../../../gql/graphql.ts";
import { readChoices, readOrder, writeOrder, type Order } from "../../../lib/list-view.ts";
import type { ViewCodec } from "../../../lib/use-view-state.ts";

export const OPPORTUNITY_STATUSES = [
  "UNASSIGNED",
  "ASSIGNED",
  "DEVELOPING",
  "WON",
  "LOST",
] as const satisfies OpportunityStatus[];

const ORDER_FIELDS = [
  "TITLE",
  "NUMBER",
  "ESTIMATED_AMOUNT",
  "CLOSED_AMOUNT",
  "SUCCESS_RATE",
  "EXPECTED_CLOSE_ON",
] as const satisfies OpportunityOrderField[];
const PLAIN_ORDER = { field: "NUMBER", direction: "DESC" } as const;

export interface OpportunitiesView {
  readonly search: string;
  readonly statuses: readonly OpportunityStatus[];
  /** Only those of whoever looks. */
  readonly mine: boolean;
  readonly order: Order<OpportunityOrderField>;
}

export const OPPORTUNITIES_VIEW: ViewCodec<OpportunitiesView> = {
  read: (params, unread) => ({
    search: params.get("search") ?? "",
    statuses: readChoices(params.get("status"), OPPORTUNITY_STATUSES, unread),
    mine: readChoices(params.get("mine"), ["yes"], unread).length > 0,
    order: readOrder<OpportunityOrderField>(params.get("order"), ORDER_FIELDS, PLAIN_ORDER, unread),
  }),
  write: ({ search, statuses, mine, order }) => ({
    search,
    status: statuses.join(","),
    mine: mine ? "yes" : undefined,
    order: writeOrder(order, PLAIN_ORDER),
  }),
};

export function opportunityFilter(view: OpportunitiesView, viewerId: string): OpportunityFilter {
  const { search, statuses, mine } = view;
  return {
    ...(search ? { title: { contains: search } } : {}),
    ...(statuses.length > 0 ? { status: { in: [...statuses] } } : {}),
    ...(mine ? { assigneeId: { eq: viewerId } } : {}),
  };
}
