import { defineList, one } from "../lists/define-list.ts";
import { boolean, choice, id, instant, integer, text } from "../lists/field.ts";
import { Sex } from "./sex.enum.ts";

export const contacts = defineList({
  name: "Contact",
  caption: { zh: "联系人", en: "Contact" },
  resource: "contact",
  table: "contact",
  fields: {
    id: id(),
    name: text(),
    sex: choice("Sex", Sex, { nullable: true }),
    position: text({ nullable: true }),
    officePhone: text({ nullable: true }),
    mobile: text({ nullable: true }),
    email: text({ nullable: true }),
    memo: text({ nullable: true }),
    isPrimary: boolean(),
    createdAt: instant(),
    version: integer(),
    customerId: id({ filterOnly: true }),
  },
  relations: {
    customer: one("Customer", "customer_id"),
  },
});
