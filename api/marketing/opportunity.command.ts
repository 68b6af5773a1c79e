import { commandMode } from "../../schema/access/command-mode.ts";
import { Opportunity } from "../../schema/marketing/opportunity.entity.ts";
import type { Action } from "../../schema/access/permissions.ts";
import { forbidden, invalidTransition } from "../../schema/kernel/errors.ts";
import { principalUserId } from "../../schema/kernel/principal.ts";
import { fill } from "../../schema/kernel/text.ts";
import type { Em } from "../../schema/orm.ts";
import { recordAudit } from "../audit/record.ts";
import { staleVersion } from "../audit/stale-version.ts";
import { authoriseRow, lockRow } from "../lists/authorise-row.ts";
import type { Work } from "../server/context.ts";
import { announceChange } from "../live/changes.ts";
import { opportunities } from "./opportunity.list.ts";
import { appendTransition } from "./opportunity.log.ts";
import {
  furthest,
  OPPORTUNITY_MOVES,
  type Move,
  type OpportunityMove,
} from "./opportunity.moves.ts";

/** The opportunity that a command is about; without a version the state alone decides. */
export interface CommandTarget {
  readonly id: string;
  readonly version?: number;
}

/** A command under way: authorised, in command mode, the row locked and in a legal status. */
export interface Step {
  readonly tx: Em;
  readonly work: Work;
  readonly opportunity: Opportunity;
  readonly now: Date;
}

/**
 * One command in one transaction. Refusals in this order, with nothing written: NOT_FOUND (also out of scope),
 * FORBIDDEN, INVALID_TRANSITION, CONFLICT; then whatever `change` refuses, usually INVALID_INPUT.
 */
export async function commandOpportunity<T>(
  work: Work,
  name: OpportunityMove,
  target: CommandTarget,
  change: (step: Step) => Promise<T>,
): Promise<T> {
  const move: Move = OPPORTUNITY_MOVES[name];
  return work.em.transactional(async (tx) => {
    await authoriseRow(tx, work.principal, opportunities, actionOf(move), target.id);
    await commandMode(tx);
    await lockRow(tx, opportunities, target.id);
    const opportunity = await tx.findOne(Opportunity, target.id);
    // Deleted by somebody else between the look and the lock.
    if (!opportunity) throw invalidTransition({ zh: "销售机会已被删除", en: "It was deleted" });
    authorisePerson(work, move, opportunity);
    if (!move.from.includes(opportunity.status)) throw illegal(name, opportunity);
    if (target.version !== undefined && target.version !== opportunity.version) {
      const stale = { resource: "opportunity", id: target.id, version: target.version } as const;
      throw await staleVersion(tx, work.principal, stale);
    }
    const result = await change({ tx, work, opportunity, now: work.clock.now() });
    await announceChange(tx, { resource: "opportunity", id: target.id });
    return result;
  });
}

/** Moves on to the next status: row, transition and audit entry. Set the other columns before. */
export async function moveOn(
  { tx, work, opportunity, now }: Step,
  name: OpportunityMove,
  details: { readonly reason?: string | null; readonly after?: Record<string, unknown> } = {},
): Promise<void> {
  const { to, direction, permission }: Move = OPPORTUNITY_MOVES[name];
  if (to === "same" || to === "gone" || !direction) throw new Error(`${name} leads nowhere`);
  const from = opportunity.status;
  opportunity.status = to;
  opportunity.furthestStatus = furthest(opportunity.furthestStatus, to);
  opportunity.statusSince = now;
  await tx.flush();
  const { reason } = details;
  await appendTransition(tx, work, opportunity, { from, to, direction, at: now, reason });
  await recordAudit(tx, work, {
    action: permission,
    resource: "opportunity",
    recordId: opportunity.id,
    before: { status: from },
    after: { status: to, ...details.after, version: opportunity.version },
  });
}

const actionOf = ({ permission }: Move): Action => permission.split(":")[1] as Action;

function authorisePerson({ principal }: Work, { who }: Move, opportunity: Opportunity): void {
  if (principal.kind === "system" || who === "anybody") return;
  const person = who === "creator" ? opportunity.createdBy : opportunity.assignee;
  if (person?.id !== principalUserId(principal)) throw forbidden();
}

const illegal = (name: OpportunityMove, { status }: Opportunity) =>
  invalidTransition(
    fill(
      { zh: "状态 {status} 下不能执行 {name}", en: "{name} is not possible while {status}" },
      { name, status },
    ),
  );
