import type { OpportunityStatus, Permission } from "../../../../gql/graphql.ts";
import type { Viewer } from "../../../../session/session.ts";

export type Command = "assign" | "plan" | "win" | "lose" | "reassign" | "reopen";

interface Offer {
  readonly from: readonly OpportunityStatus[];
  readonly needs: Permission;
  /** Left to whoever the opportunity is assigned to. */
  readonly assigneeOnly?: boolean;
}

/**
 * Which buttons make sense for an opportunity in its status. The server decides over every command; a
 * button that cannot succeed is only not offered.
 */
const OFFERS: Readonly<Record<Command, Offer>> = {
  assign: { from: ["UNASSIGNED"], needs: "OPPORTUNITY_ASSIGN" },
  plan: { from: ["ASSIGNED", "DEVELOPING"], needs: "OPPORTUNITY_PLAN" },
  win: { from: ["DEVELOPING"], needs: "OPPORTUNITY_CLOSE", assigneeOnly: true },
  lose: { from: ["ASSIGNED", "DEVELOPING"], needs: "OPPORTUNITY_CLOSE", assigneeOnly: true },
  reassign: { from: ["ASSIGNED", "DEVELOPING"], needs: "OPPORTUNITY_REASSIGN" },
  reopen: { from: ["LOST"], needs: "OPPORTUNITY_REOPEN" },
};

export const COMMANDS = Object.keys(OFFERS) as Command[];

export interface Subject {
  readonly status: OpportunityStatus;
  readonly assignee: { readonly id: string } | null;
}

export function isOffered(command: Command, subject: Subject, viewer: Viewer): boolean {
  const { from, needs, assigneeOnly = false } = OFFERS[command];
  return (
    from.includes(subject.status) &&
    viewer.permissions.includes(needs) &&
    (!assigneeOnly || subject.assignee?.id === viewer.id)
  );
}
