import { defineEntity, p } from "@mikro-orm/core";
import { UserSchema } from "../access/user.entity.ts";
import { currency, id, instant, money, percent, requiredText, text, xid8 } from "../columns.ts";
import { OPPORTUNITY_STATUSES, OpportunitySchema } from "./opportunity.entity.ts";

/**
 * FORWARD towards a sale, BACK (reassigned while developing), REOPEN a lost one, CLOSE as won or
 * lost.
 */
export const TRANSITION_DIRECTIONS = ["FORWARD", "BACK", "REOPEN", "CLOSE"] as const;

/** A move of an opportunity, append-only, with rate and amount as they were at that moment. */
export const OpportunityTransitionSchema = defineEntity({
  name: "OpportunityTransition",
  tableName: "opportunity_transition",
  properties: {
    id: id(),
    opportunity: () => p.manyToOne(OpportunitySchema).deleteRule("cascade"),
    seq: p.integer().check("seq > 0"),
    fromStatus: p.enum(OPPORTUNITY_STATUSES).nullable(),
    toStatus: p.enum(OPPORTUNITY_STATUSES),
    direction: p.enum(TRANSITION_DIRECTIONS),
    at: instant("at").defaultRaw("clock_timestamp()"),
    byUser: () => p.manyToOne(UserSchema).nullable().index(),
    byPrincipal: requiredText("by_principal", 200),
    reason: text(2000).nullable(),
    successRate: percent("success_rate"),
    amount: money("amount").nullable(),
    currency: currency(),
    xid8: xid8().index(),
  },
  uniques: [{ properties: ["opportunity", "seq"] }],
});
export class OpportunityTransition extends OpportunityTransitionSchema.class {}
OpportunityTransitionSchema.setClass(OpportunityTransition);
