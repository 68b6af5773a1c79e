import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, requiredText } from "../columns.ts";

/**
 * A create that was done already: the same principal repeating the same key gets the same record.
 */
export const IdempotencyKeySchema = defineEntity({
  name: "IdempotencyKey",
  tableName: "idempotency_key",
  properties: {
    principal: requiredText("principal", 200).primary(),
    operation: requiredText("operation", 100).primary(),
    key: requiredText("key", 200).primary(),
    recordId: p.uuid(),
    createdAt: createdAt().index(),
  },
});
export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
