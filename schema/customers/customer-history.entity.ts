import { defineEntity, p } from "@mikro-orm/core";
import { historyKeys } from "../history.ts";
import type { CUSTOMER_STATUSES } from "./customer.entity.ts";

/** Versions of a customer, written by trigger. */
export const CustomerHistorySchema = defineEntity({
  name: "CustomerHistory",
  tableName: "customer_history",
  properties: {
    ...historyKeys(),
    number: p.text(),
    name: p.text(),
    region: p.text().nullable(),
    tier: p.smallint(),
    industry: p.text().nullable(),
    accountManagerId: p.uuid(),
    satisfaction: p.smallint().nullable(),
    credit: p.smallint().nullable(),
    status: p.text().$type<(typeof CUSTOMER_STATUSES)[number]>(),
    parentCustomerId: p.uuid().nullable(),
  },
  uniques: [{ properties: ["id", "validFrom"] }],
});
export class CustomerHistory extends CustomerHistorySchema.class {}
CustomerHistorySchema.setClass(CustomerHistory);
