import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, requiredText, text, version, xid8 } from "../columns.ts";
import { CustomerSchema } from "./customer.entity.ts";

/** Sex as a contact states it. */
export const SEXES = ["MALE", "FEMALE", "OTHER"] as const;

/** A person at a customer. At most one is the primary contact. */
export const ContactSchema = defineEntity({
  name: "Contact",
  tableName: "contact",
  properties: {
    id: id(),
    customer: () => p.manyToOne(CustomerSchema).deleteRule("cascade"),
    name: requiredText("name", 100),
    sex: p.enum(SEXES).nullable(),
    position: text(100).nullable(),
    officePhone: text(50).nullable(),
    mobile: text(50).nullable(),
    email: text(254).nullable(),
    memo: text(2000).nullable(),
    isPrimary: p.boolean().default(false),
    createdAt: createdAt(),
    version: version(),
    xid8: xid8().index(),
  },
  indexes: [
    // the contacts of a page of customers
    { properties: ["customer", "id"] },
    { properties: ["name", "id"] },
  ],
  uniques: [
    {
      name: "contact_primary_unique",
      expression:
        "create unique index contact_primary_unique on crm.contact (customer_id) where is_primary",
    },
  ],
});
export class Contact extends ContactSchema.class {}
ContactSchema.setClass(Contact);
