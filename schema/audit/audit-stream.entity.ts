import { defineEntity, p } from "@mikro-orm/core";
import { text } from "../columns.ts";

/**
 * The end of each chain of audit entries. A transaction writes to a stream that nobody else holds, so there are
 * as many as there were ever writers at once.
 */
export const AuditStreamSchema = defineEntity({
  name: "AuditStream",
  tableName: "audit_stream",
  properties: {
    id: p.integer().primary().generated("identity"),
    position: p.integer().default(0).check("position >= 0"),
    hash: text(64).default(""),
  },
});
export class AuditStream extends AuditStreamSchema.class {}
AuditStreamSchema.setClass(AuditStream);
