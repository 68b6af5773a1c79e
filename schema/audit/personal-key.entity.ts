import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, text } from "../columns.ts";

/**
 * The key by which the audit log seals the personal values of one contact (or of the person whom an opportunity
 * names), wrapped by a key of the installation. Whoever is erased loses it, and the values with it.
 */
export const PersonalKeySchema = defineEntity({
  name: "PersonalKey",
  tableName: "personal_key",
  properties: {
    subjectId: p.uuid().primary(),
    wrapped: text(200),
    createdAt: createdAt(),
  },
});
export class PersonalKey extends PersonalKeySchema.class {}
PersonalKeySchema.setClass(PersonalKey);
