import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, requiredText } from "../columns.ts";
import { OpportunitySchema } from "./opportunity.entity.ts";

/** The name another system knows an opportunity by. */
export const OpportunityExternalKeySchema = defineEntity({
  name: "OpportunityExternalKey",
  tableName: "opportunity_external_key",
  properties: {
    id: id(),
    opportunity: () => p.manyToOne(OpportunitySchema).deleteRule("cascade").index(),
    source: requiredText("source", 64),
    key: requiredText("key", 200),
    createdAt: createdAt(),
  },
  uniques: [{ properties: ["source", "key"] }],
});
export class OpportunityExternalKey extends OpportunityExternalKeySchema.class {}
OpportunityExternalKeySchema.setClass(OpportunityExternalKey);
