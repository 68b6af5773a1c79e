import { sql } from "kysely";
import type { OpportunityStatus, Opportunity } from "../../schema/marketing/opportunity.entity.ts";
import type { RevisionChanges } from "../../schema/marketing/opportunity-revision.entity.ts";
import { principalName, principalUserId } from "../../schema/kernel/principal.ts";
import { plain, type Em } from "../../schema/orm.ts";
import type { Work } from "../server/context.ts";
import type { TransitionDirection } from "./opportunity.moves.ts";

export interface Transition {
  readonly from: OpportunityStatus | null;
  readonly to: OpportunityStatus;
  readonly direction: TransitionDirection;
  readonly at: Date;
  readonly reason?: string | null | undefined;
}

/**
 * Appends a transition with rate and amount as they are now (the closed amount once it is won). The row of the
 * opportunity must be locked: its lock is what numbers the log without gaps.
 */
export async function appendTransition(
  tx: Em,
  { principal }: Work,
  opportunity: Opportunity,
  { from, to, direction, at, reason }: Transition,
): Promise<void> {
  const amount = opportunity.closedAmount ?? opportunity.estimatedAmount ?? null;
  await sql`insert into crm.opportunity_transition
      (opportunity_id, seq, from_status, to_status, direction, at, by_user_id, by_principal,
       reason, success_rate, amount, currency)
    select ${opportunity.id}::uuid, coalesce(max(seq), 0) + 1, ${from}, ${to}, ${direction},
      ${at.toISOString()}::timestamptz, ${principalUserId(principal)}::uuid,
      ${principalName(principal)}, ${reason ?? null}, ${opportunity.successRate}::smallint,
      ${amount}::numeric, ${opportunity.currency}
    from crm.opportunity_transition where opportunity_id = ${opportunity.id}::uuid`.execute(
    plain(tx),
  );
}

/** Appends a revision: what was changed, from what to what. Nothing is written where nothing changed. */
export async function appendRevision(
  tx: Em,
  { principal, clock }: Work,
  opportunity: Opportunity,
  changes: RevisionChanges,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await sql`insert into crm.opportunity_revision
      (opportunity_id, seq, at, by_user_id, by_principal, changes)
    select ${opportunity.id}::uuid, coalesce(max(seq), 0) + 1,
      ${clock.now().toISOString()}::timestamptz, ${principalUserId(principal)}::uuid,
      ${principalName(principal)}, ${JSON.stringify(changes)}::jsonb
    from crm.opportunity_revision where opportunity_id = ${opportunity.id}::uuid`.execute(
    plain(tx),
  );
}
