import { defineEntity, p } from "@mikro-orm/core";
import { UserSchema } from "../access/user.entity.ts";
import { id, instant, requiredText, xid8 } from "../columns.ts";
import { OpportunitySchema } from "./opportunity.entity.ts";

/** Old and new value of each changed field, by its public name. */
export type RevisionChanges = Record<string, { old: unknown; new: unknown }>;

/** A change of strategy, amount, rate, date, products or assignee, append-only. */
export const OpportunityRevisionSchema = defineEntity({
  name: "OpportunityRevision",
  tableName: "opportunity_revision",
  properties: {
    id: id(),
    opportunity: () => p.manyToOne(OpportunitySchema).deleteRule("cascade"),
    seq: p.integer().check("seq > 0"),
    at: instant("at").defaultRaw("clock_timestamp()"),
    byUser: () => p.manyToOne(UserSchema).nullable().index(),
    byPrincipal: requiredText("by_principal", 200),
    changes: p.json<RevisionChanges>().check("jsonb_typeof(changes) = 'object'"),
    xid8: xid8().index(),
  },
  uniques: [{ properties: ["opportunity", "seq"] }],
});
export class OpportunityRevision extends OpportunityRevisionSchema.class {}
OpportunityRevisionSchema.setClass(OpportunityRevision);
