import { defineEntity, p } from "@mikro-orm/core";
import { createdAt, id, requiredText } from "../columns.ts";
import { CustomerSchema } from "./customer.entity.ts";

/** The name another system knows a customer by. */
export const CustomerExternalKeySchema = defineEntity({
  name: "CustomerExternalKey",
  tableName: "customer_external_key",
  properties: {
    id: id(),
    customer: () => p.manyToOne(CustomerSchema).deleteRule("cascade").index(),
    source: requiredText("source", 64),
    key: requiredText("key", 200),
    createdAt: createdAt(),
  },
  uniques: [{ properties: ["source", "key"] }],
});
export class CustomerExternalKey extends CustomerExternalKeySchema.class {}
CustomerExternalKeySchema.setClass(CustomerExternalKey);
