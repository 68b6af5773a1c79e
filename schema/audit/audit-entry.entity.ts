import { defineEntity, p } from "@mikro-orm/core";
import { id, instant, requiredText, text } from "../columns.ts";

/**
 * Who did what, when and from where, written in the transaction of the change and append-only.
 * Users and records are named without foreign keys: an entry outlives what it tells of. Each entry carries the
 * digest of itself and the one before it in its stream; a trigger fills in all three.
 */
export const AuditEntrySchema = defineEntity({
  name: "AuditEntry",
  tableName: "audit_entry",
  properties: {
    id: id(),
    at: instant("at").defaultRaw("clock_timestamp()"),
    principal: requiredText("principal", 200),
    userId: p.uuid().nullable(),
    action: requiredText("action", 100),
    resource: requiredText("resource", 64),
    recordId: p.uuid().nullable(),
    before: p.json<Record<string, unknown>>().nullable(),
    after: p.json<Record<string, unknown>>().nullable(),
    requestId: text(100).nullable(),
    address: text(64).nullable(),
    stream: p.integer(),
    position: p.integer().check("position > 0"),
    hash: text(64),
  },
  indexes: [
    { properties: ["at", "id"] },
    { properties: ["resource", "recordId", "at"] },
    { properties: ["userId", "at"] },
    // searches by what happened and by the request that did it
    { properties: ["action", "id"] },
    { properties: ["requestId"] },
  ],
  uniques: [{ properties: ["stream", "position"] }],
});
export class AuditEntry extends AuditEntrySchema.class {}
AuditEntrySchema.setClass(AuditEntry);
