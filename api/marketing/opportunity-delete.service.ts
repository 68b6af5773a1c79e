import { recordAudit } from "../audit/record.ts";
import type { Work } from "../server/context.ts";
import { commandOpportunity, type CommandTarget } from "./opportunity.command.ts";

/** Deletes an unassigned opportunity for good; only its creator does. A tombstone tells the warehouse. */
export const deleteOpportunity = (work: Work, target: Required<CommandTarget>): Promise<void> =>
  commandOpportunity(work, "deleteOpportunity", target, async ({ tx, opportunity }) => {
    await recordAudit(tx, work, {
      action: "opportunity:delete",
      resource: "opportunity",
      recordId: opportunity.id,
      before: { number: opportunity.number, title: opportunity.title },
    });
    tx.remove(opportunity);
    await tx.flush();
  });
