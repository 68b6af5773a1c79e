import { defineEntity, p } from "@mikro-orm/core";
import { UserSchema } from "../access/user.entity.ts";
import { createdAt, day, id, instant, requiredText, text, version, xid8 } from "../columns.ts";
import { OpportunitySchema } from "./opportunity.entity.ts";

/** 客户开发计划: a step planned to win an opportunity, and what came of it. */
export const PlanItemSchema = defineEntity({
  name: "PlanItem",
  tableName: "plan_item",
  properties: {
    id: id(),
    opportunity: () => p.manyToOne(OpportunitySchema).deleteRule("cascade"),
    plannedOn: day("planned_on"),
    content: requiredText("content", 500),
    result: text(500).nullable(),
    executedAt: instant("executed_at").nullable(),
    executedBy: () => p.manyToOne(UserSchema).nullable().index(),
    createdBy: () => p.manyToOne(UserSchema).nullable().index(),
    createdAt: createdAt(),
    version: version(),
    xid8: xid8().index(),
  },
  checks: [
    {
      name: "plan_item_executed_check",
      expression: "(result is null) = (executed_at is null)",
    },
  ],
  indexes: [{ properties: ["opportunity", "plannedOn", "id"] }],
});
export class PlanItem extends PlanItemSchema.class {}
PlanItemSchema.setClass(PlanItem);
