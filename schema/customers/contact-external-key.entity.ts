import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, requiredText } from "../columns.ts";
import { ContactSchema } from "./contact.entity.ts";

/** The name another system knows a contact by. */
export const ContactExternalKeySchema = defineEntity({
  name: "ContactExternalKey",
  tableName: "contact_external_key",
  properties: {
    id: id(),
    contact: () => p.manyToOne(ContactSchema).deleteRule("cascade").index(),
    source: requiredText("source", 64),
    key: requiredText("key", 200),
    createdAt: createdAt(),
  },
  uniques: [{ properties: ["source", "key"] }],
});
export class ContactExternalKey extends ContactExternalKeySchema.class {}
ContactExternalKeySchema.setClass(ContactExternalKey);
