import { defineEntity, p } from "@mikro-orm/core";
import { UserSchema } from "../access/user.entity.ts";
import {
  createdAt,
  id,
  money,
  oneToFive,
  requiredText,
  tags,
  text,
  version,
  xid8,
} from "../columns.ts";

/** ACTIVE 正常, LOST 流失 (churn confirmed), DELETED 删除 (soft, can be restored). */
export const CUSTOMER_STATUSES = ["ACTIVE", "LOST", "DELETED"] as const;

/**
 * An organisation that buys. Its account manager owns the row. Names are unique by `crm.name_key`
 * among customers that are not deleted: an index on the expression, because a unique generated
 * column under a BEFORE UPDATE trigger would make every update lock the key.
 */
export const CustomerSchema = defineEntity({
  name: "Customer",
  tableName: "customer",
  properties: {
    id: id(),
    number: requiredText("number", 40).unique(),
    name: requiredText("name", 200),
    region: text(200).nullable(),
    tier: oneToFive("tier").default(1),
    industry: text(100).nullable(),
    accountManager: () => p.manyToOne(UserSchema),
    satisfaction: oneToFive("satisfaction").nullable(),
    credit: oneToFive("credit").nullable(),
    address: text(300).nullable(),
    postcode: text(20).nullable(),
    phone: text(50).nullable(),
    fax: text(50).nullable(),
    website: text(300).nullable(),
    employeeCount: p.integer().nullable().check("employee_count >= 0"),
    licenceNo: text(100).nullable(),
    legalPerson: text(100).nullable(),
    registeredCapital: money("registered_capital").nullable(),
    annualTurnover: money("annual_turnover").nullable(),
    bank: text(200).nullable(),
    bankAccount: text(100).nullable(),
    nationalTaxNo: text(100).nullable(),
    localTaxNo: text(100).nullable(),
    parentCustomer: () => p.manyToOne(CustomerSchema).nullable().index(),
    status: p.enum(CUSTOMER_STATUSES).default("ACTIVE"),
    tags: tags(),
    customFields: p.json<Record<string, unknown>>().defaultRaw("'{}'"),
    createdBy: () => p.manyToOne(UserSchema).nullable().index(),
    createdAt: createdAt(),
    version: version(),
    xid8: xid8().index(),
  },
  checks: [
    { name: "customer_custom_fields_check", expression: "jsonb_typeof(custom_fields) = 'object'" },
    { name: "customer_parent_customer_id_check", expression: "parent_customer_id <> id" },
  ],
  indexes: [
    // the list of an owner, a page after a page
    { properties: ["accountManager", "id"] },
    // orders of the list
    { properties: ["name", "id"] },
    { properties: ["createdAt", "id"] },
  ],
  uniques: [
    {
      name: "customer_name_key_unique",
      expression:
        "create unique index customer_name_key_unique on crm.customer (crm.name_key(name)) where status <> 'DELETED'",
    },
  ],
});
export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);
